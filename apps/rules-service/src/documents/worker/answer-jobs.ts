import { parentPort } from 'node:worker_threads'
import { writeDocument } from '../formats/write-document.ts'
import type { DocumentAnswer, DocumentJob } from './document-job.ts'

/** Random numbers that are the same for each document: the libraries name parts of a file by them. */
function fixedNumbers(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function answer({ report, format }: DocumentJob): Promise<void> {
  Math.random = fixedNumbers()
  try {
    const file = new Uint8Array(await writeDocument(report, format))
    parentPort?.postMessage({ file } satisfies DocumentAnswer, [file.buffer])
  } catch (error) {
    parentPort?.postMessage({ error } satisfies DocumentAnswer, [])
  }
}

parentPort?.on('message', (job: DocumentJob) => void answer(job))
