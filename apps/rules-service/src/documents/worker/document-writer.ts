import { flushCompileCache } from 'node:module'
import { writeDocument, writeMeeting } from '../formats/write-document.ts'
import { prepareTemplate } from '../template/prepare-template.ts'
import { TemplateRefused } from '../template/template-refused.ts'
import type { DocumentAnswer, DocumentJob } from './document-job.ts'

/** Random numbers that are the same for each document: the libraries name parts of a file by them. */
function fixedNumbers(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function made(job: DocumentJob): Promise<Uint8Array> {
  if ('given' in job) return prepareTemplate(job.given)
  if ('meeting' in job) return writeMeeting(job.meeting, job.format, job.template)
  return writeDocument(job.report, job.format, job.template)
}

async function answerTo(job: DocumentJob): Promise<DocumentAnswer> {
  Math.random = fixedNumbers()
  try {
    return { file: new Uint8Array(await made(job)) }
  } catch (error) {
    return error instanceof TemplateRefused ? { refused: error.message } : { error }
  }
}

// It ends with the service, however that ends: then nobody can send another job.
process.on('message', (job: DocumentJob) => {
  void answerTo(job).then((answer) => process.send?.(answer))
})

// It is killed when nobody needs it any more, too late to keep what it compiled.
flushCompileCache()
