import type { Problem } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { journalEntry } from '../verbs/journal/journal-entry.ts'

/** What the journal calls the records that are changed under these addresses. */
const KINDS: Record<string, string> = {
  tasks: 'task',
  metrics: 'metric',
  readings: 'reading',
  flags: 'flag',
  reports: 'report',
  rules: 'rule',
  assessments: 'assessment',
  answers: 'answer',
  'organisation-answers': 'organisation-answer',
  services: 'service',
  groups: 'group',
  meetings: 'meeting',
  decisions: 'meeting-decision',
  actions: 'meeting-action',
  comments: 'comment',
  'foi-packs': 'foi-pack',
}

/** Who changed the record at an address last, and when; undefined where the journal does not tell. */
export async function lastChangeAt(
  { store, log }: Pick<AppContext, 'store' | 'log'>,
  path: string,
): Promise<Problem['changed']> {
  const [, programme, list, id] = /^\/api\/programmes\/([^/]+)\/([^/]+)\/([^/]+)/.exec(path) ?? []
  const kind = list && KINDS[list]
  if (!programme || !kind || !id) return undefined
  try {
    const found = { kind, id: decodeURIComponent(id), order: 'newest-first', limit: 1 } as const
    const [row] = await store.readJournal(decodeURIComponent(programme), found)
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
