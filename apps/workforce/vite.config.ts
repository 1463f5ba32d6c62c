import { workplanViteConfig } from '@workplan/shell/vite'

export default workplanViteConfig({ app: 'workforce' })
