import { workplanVitestConfig } from './vite/index.ts'

export default workplanVitestConfig()
