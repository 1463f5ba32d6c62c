import { createWorkstreamApp } from '@workplan/shell'
import { children } from './children.ts'

createWorkstreamApp(children).mount('#app')
