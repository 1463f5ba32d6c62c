import type { Report } from '@workplan/domain'
import type { WrittenFormat } from '../formats/write-document.ts'

/** One document to write. */
export interface DocumentJob {
  report: Report
  format: WrittenFormat
}

/** What a thread answers to a job. */
export type DocumentAnswer = { file: Uint8Array<ArrayBuffer> } | { error: unknown }

/** What a thread is started with: where programs are kept as they were compiled; null where they are not. */
export interface ThreadSettings {
  compileCache: string | null
}
