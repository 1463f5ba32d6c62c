import { Worker } from 'node:worker_threads'
import { AppError } from '../../errors.ts'
import type { DocumentJob } from './document-job.ts'

/** Most milliseconds that one document may take on a busy machine, and most memory, in megabytes. */
const WRITTEN_WITHIN_MS = 15_000
const MOST_MEMORY_MB = 512

/** Writes a document in a thread of its own, so that other requests go on. Throws `too-busy` when it takes too long. */
export async function writeInThread(job: DocumentJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./document-thread.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // What a library prints is no message of ours.
    stdout: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((settle, fail) => {
      timer = setTimeout(() => fail(new AppError('too-busy', TOO_SLOW)), WRITTEN_WITHIN_MS)
      worker.once('message', settle)
      worker.once('error', fail)
      worker.once('exit', (code) => fail(new Error(`the thread ended with code ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const TOO_SLOW =
  'The document took too long to make, perhaps because much else is going on. Try again in a minute.'
