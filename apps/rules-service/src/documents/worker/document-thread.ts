import { parentPort, workerData } from 'node:worker_threads'
import { writeDocument } from '../formats/write-document.ts'
import type { DocumentJob } from './document-job.ts'

/**
 * Random numbers that are the same each time. The libraries name parts of a file by them, and this thread writes one
 * document and ends.
 */
function fixedNumbers(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

Math.random = fixedNumbers()
const { report, format } = workerData as DocumentJob
const file = new Uint8Array(await writeDocument(report, format))
parentPort?.postMessage(file, [file.buffer])
