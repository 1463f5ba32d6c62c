import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Kept in the project's folder, not in one for temporary files, where somebody else could put programs for us to run.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/workplan'))
await import('./run-service.ts')
