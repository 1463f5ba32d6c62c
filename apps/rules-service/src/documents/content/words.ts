import type { NarrativeSection, Rag, Severity, TaskStatus } from '@workplan/domain'

export const SECTION_TITLES: Record<NarrativeSection, string> = {
  summary: 'Summary',
  done: 'Done in this period',
  next: 'Next',
  risks: 'Risks and issues',
  decisions: 'Decisions needed',
}

export const RAG_TITLES: Record<Rag, string> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  complete: 'Complete',
  'not-rated': 'Not rated',
}

export const STATUS_TITLES: Record<TaskStatus, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  unknown: 'Not known',
}

export const SEVERITY_TITLES: Record<Severity, string> = { high: 'High', medium: 'Medium', low: 'Low' }

const moments = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

/** `20 March 2023 at 10:00`, in the time of England. */
export function momentInWords(at: string): string {
  return moments.format(new Date(at))
}
