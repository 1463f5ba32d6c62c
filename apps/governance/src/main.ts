import { createWorkplanApp } from '@workplan/shell'
import { governance } from './governance.ts'

createWorkplanApp(governance).mount('#app')
