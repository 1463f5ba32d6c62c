import { createWorkstreamApp } from '@workplan/shell'
import { workforce } from './workforce.ts'

createWorkstreamApp(workforce).mount('#app')
