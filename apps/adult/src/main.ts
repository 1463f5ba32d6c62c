import { createWorkstreamApp } from '@workplan/shell'
import { adult } from './adult.ts'

createWorkstreamApp(adult).mount('#app')
