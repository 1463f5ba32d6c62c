import type { Report } from '@workplan/domain'
import type { WrittenFormat } from '../formats/write-document.ts'

/** One document to write. */
export interface DocumentJob {
  report: Report
  format: WrittenFormat
}

/** What a writer answers to a job. */
export type DocumentAnswer = { file: Uint8Array<ArrayBuffer> } | { error: unknown }
