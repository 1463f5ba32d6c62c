import { ArrangementKind, type Problem } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { journalEntry } from '../verbs/journal/journal-entry.ts'

interface JournalRecord {
  kind: string
  id: string
}

/** What the journal calls the records that are changed under these addresses. */
const KINDS: Record<string, readonly string[]> = {
  tasks: ['task'],
  metrics: ['metric'],
  readings: ['reading'],
  flags: ['flag'],
  reports: ['report'],
  rules: ['rule'],
  assessments: ['assessment'],
  answers: ['answer'],
  'organisation-answers': ['organisation-answer'],
  services: ['service'],
  arrangements: ArrangementKind.options,
  groups: ['group'],
  meetings: ['meeting'],
  decisions: ['meeting-decision'],
  actions: ['meeting-action'],
  comments: ['comment'],
  'foi-packs': ['foi-pack'],
  people: ['person', 'membership'],
}

/** Addresses of the one record of its kind that a programme has. */
const SINGLES: Record<string, (programme: string) => JournalRecord> = {
  approvals: (programme) => ({ kind: 'approval-setting', id: `${programme}.approvals` }),
  'word-template': (programme) => ({ kind: 'document-setting', id: `${programme}.documents` }),
  'clinical-lead': (programme) => ({ kind: 'post', id: `${programme}.role.clinical-lead` }),
}

/** Who changed the record at an address last, and when; undefined where the journal does not tell. */
export async function lastChangeAt(
  { store, log }: Pick<AppContext, 'store' | 'log'>,
  path: string,
): Promise<Problem['changed']> {
  const [, programme, list, id] = /^\/api\/programmes\/([^/]+)\/([^/]+)(?:\/([^/]+))?/.exec(path) ?? []
  if (programme === undefined || list === undefined) return undefined
  try {
    const records = recordsAt(decodeURIComponent(programme), list, id && decodeURIComponent(id))
    const rows = await Promise.all(
      records.map((record) =>
        store.readJournal(decodeURIComponent(programme), { ...record, order: 'newest-first', limit: 1 }),
      ),
    )
    const [row] = rows.flat().toSorted((one, other) => other.seq - one.seq)
    if (!row) return undefined
    const { people } = await store.readProgramme(row.programme)
    const { by, at } = journalEntry(row, people)
    return { by, at }
  } catch (error) {
    // The refusal itself matters more than who was first.
    log.warn({ err: error }, 'who was first could not be read')
    return undefined
  }
}

function recordsAt(programme: string, list: string, id: string | undefined): JournalRecord[] {
  const single = SINGLES[list]?.(programme)
  if (single) return [single]
  return id === undefined ? [] : (KINDS[list] ?? []).map((kind) => ({ kind, id }))
}
