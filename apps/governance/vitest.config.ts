import { workplanVitestConfig } from '@workplan/shell/vite'

export default workplanVitestConfig()
