import { enableCompileCache, flushCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import type { ThreadSettings } from './document-job.ts'

// A thread has to ask for itself, before it loads the libraries: most of its start is spent on them.
const { compileCache } = workerData as ThreadSettings
if (compileCache !== null) enableCompileCache(compileCache)
await import('./answer-jobs.ts')
flushCompileCache()
