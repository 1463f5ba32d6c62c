import type { MeetingFormat, Report } from '@workplan/domain'
import type { MeetingPapers } from '../content/meeting-document.ts'
import type { WrittenFormat } from '../formats/write-document.ts'

/** One document to write; for Word on the prepared template, where there is one. */
export interface WriteJob {
  report: Report
  format: WrittenFormat
  template?: Uint8Array | null
}

/** The papers of one meeting to write, likewise. */
export interface MeetingJob {
  meeting: MeetingPapers
  format: Exclude<MeetingFormat, 'pdf'>
  template: Uint8Array | null
}

/** One file that somebody gave as a template, to be prepared. */
export interface TemplateJob {
  given: Uint8Array
}

export type DocumentJob = WriteJob | MeetingJob | TemplateJob

/** What a writer answers to a job; `refused` says what is wrong with a template. */
export type DocumentAnswer = { file: Uint8Array<ArrayBuffer> } | { refused: string } | { error: unknown }
