import { formatPartialDate, type Task } from '@workplan/domain'
import { reasonWords, statusWords } from '../words/words.ts'
import { bulkChange, type BulkDraft } from './bulk-draft.ts'

/** One field of a task as others left it, and as the change of several would make it, in words. */
export interface BulkContested {
  label: string
  theirs: string
  mine: string
}

/** What people and workstreams are called. */
export interface BulkNames {
  person: (id: string) => string
  workstream: (id: string) => string
}

type Said = Pick<Task, 'status' | 'statusReason' | 'workstream' | 'owner' | 'due'>

/** Both versions of each field that the change would set, for a task that others changed meanwhile. */
export function bulkContest(draft: BulkDraft, now: Said, names: BulkNames): BulkContested[] {
  const change = bulkChange(draft)
  const mine = { ...now, statusReason: null, ...change }
  const fields = [
    { field: 'status', label: 'Status', words: statusInWords },
    {
      field: 'workstream',
      label: 'Workstream',
      words: ({ workstream }: Said) => (workstream ? names.workstream(workstream) : 'No workstream'),
    },
    {
      field: 'owner',
      label: 'Owner',
      words: ({ owner }: Said) => (owner ? names.person(owner) : 'Nobody'),
    },
    {
      field: 'due',
      label: 'Due date',
      words: ({ due }: Said) => (due ? formatPartialDate(due) : 'No date'),
    },
  ] as const
  return fields
    .filter(({ field }) => field in change)
    .map(({ label, words }) => ({ label, theirs: words(now), mine: words(mine) }))
}

function statusInWords({ status, statusReason }: Said): string {
  return statusReason ? `${statusWords[status]}: ${reasonWords[statusReason]}` : statusWords[status]
}
