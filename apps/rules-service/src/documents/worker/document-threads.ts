import { dirname } from 'node:path'
import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../errors.ts'
import type { DocumentAnswer, DocumentJob, ThreadSettings } from './document-job.ts'

/** Most milliseconds that one document may take on a busy machine, and most memory, in megabytes. */
const WRITTEN_WITHIN_MS = 15_000
const MOST_MEMORY_MB = 512

export interface DocumentThreads {
  /** Writes a document outside the event loop. Throws `too-busy` when it takes too long. */
  write(job: DocumentJob): Promise<Uint8Array<ArrayBuffer>>
  /** Starts a thread ahead, so that the first document need not wait until the libraries are loaded. */
  warm(): void
  /** Ends every thread, also one that writes. */
  stop(): Promise<void>
}

/**
 * Threads that write documents. One that has written a document is kept for the next; of those that write at the same
 * time only one is kept, and one in which anything went wrong is not.
 */
export function createDocumentThreads({ writtenWithinMs = WRITTEN_WITHIN_MS } = {}): DocumentThreads {
  const threads = new Set<Worker>()
  let ready: Worker | null = null

  function start(): Worker {
    const thread = startThread()
    threads.add(thread)
    thread.once('exit', () => {
      threads.delete(thread)
      if (ready === thread) ready = null
    })
    return thread
  }

  return {
    async write(job) {
      const thread = ready ?? start()
      ready = null
      try {
        const file = await written(thread, job, writtenWithinMs)
        if (ready === null) ready = thread
        return file
      } finally {
        if (ready !== thread) await thread.terminate()
      }
    },
    warm() {
      if (threads.size === 0) ready = start()
    },
    async stop() {
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}

function startThread(): Worker {
  const cache = getCompileCacheDir()
  const settings: ThreadSettings = { compileCache: cache === undefined ? null : dirname(cache) }
  const thread = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // What a library prints is no message of ours.
    stdout: true,
  })
  // One that waits keeps no process alive, and when it breaks the next document starts another.
  thread.unref()
  thread.on('error', () => undefined)
  return thread
}

async function written(thread: Worker, job: DocumentJob, withinMs: number): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<DocumentAnswer>()
  const exited = (code: number) => reject(new Error(`the thread ended with code ${code}`))
  const timer = setTimeout(() => reject(new AppError('too-busy', TOO_SLOW)), withinMs)
  thread.once('message', resolve).once('error', reject).once('exit', exited)
  thread.postMessage(job, [])
  try {
    const answer = await promise
    if ('error' in answer) throw answer.error
    return answer.file
  } finally {
    clearTimeout(timer)
    thread.off('message', resolve).off('error', reject).off('exit', exited)
  }
}

const TOO_SLOW =
  'The document took too long to make, perhaps because much else is going on. Try again in a minute.'
