import { workplanViteConfig } from '@workplan/shell/vite'

export default workplanViteConfig({ app: 'children' })
