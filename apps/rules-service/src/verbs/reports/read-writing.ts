import {
  FigureChange,
  NarrativeSection,
  type ReportContent,
  type ReportWriting,
  type SectionEdit,
  type SectionOwnerView,
} from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Viewed } from '../../http/as-at.ts'
import { namedPeople } from '../../named-people.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import type { JournalRow } from '../../store/store.ts'
import { actorName } from '../../views/journal-in-words.ts'

/** Most entries of the journal that are read for one draft. */
const MOST_ENTRIES = 500

/** What the entry of an edit may hold of a report, before or after. */
type EditedParts = Partial<ReportContent>

/** How a draft came to what it says, from the journal. */
export async function readWriting(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  { programme, journal }: Pick<Viewed, 'programme' | 'journal'>,
  report: string,
): Promise<ReportWriting> {
  const rows = await store.readJournal(programme.state.programme.id, {
    kind: 'report',
    id: report,
    order: 'newest-first',
    limit: MOST_ENTRIES,
    ...journal,
  })
  const edited = rows.filter(({ action }) => action === 'report.edited')
  const people = await namedPeople(
    database,
    programme.people,
    edited.map(({ actor }) => actor),
  )
  const nameOf = (actor: string) => people.get(actor)?.name ?? 'Workplan'
  return {
    owners: NarrativeSection.options.map((section) => ownerView(programme, report, section)),
    edits: edited.flatMap((row) => editsIn(row, nameOf(row.actor))),
    refreshed: lastRefresh(edited, nameOf),
  }
}

/** Who writes a section of a report, as far as somebody was named. */
export function ownerView(
  { state, versions, people }: LoadedProgramme,
  report: string,
  section: NarrativeSection,
): SectionOwnerView {
  const id = ownerRecordId(report, section)
  const owner = state.records['section-owner'].find((record) => record.id === id)?.owner ?? null
  return {
    section,
    owner: owner === null ? null : { id: owner, name: actorName(owner, people) ?? owner },
    version: versions.get(recordKey('section-owner', id)) ?? 0,
  }
}

/** The id of the record that says who writes a section. */
export function ownerRecordId(report: string, section: NarrativeSection): string {
  return `${report}.${section}`
}

function editsIn({ seq, at, before, after }: JournalRow, by: string): SectionEdit[] {
  const [was, is] = [before as EditedParts, after as EditedParts]
  return NarrativeSection.options.flatMap((section) => {
    const [one, other] = [was.narrative?.[section] ?? '', is.narrative?.[section] ?? '']
    if (!is.narrative || one === other) return []
    return [{ seq, at: at.toISOString(), by, section, before: one, after: other }]
  })
}

function lastRefresh(
  edited: readonly JournalRow[],
  nameOf: (actor: string) => string,
): ReportWriting['refreshed'] {
  const row = edited.find(({ after }) => (after as EditedParts).refreshedAt !== undefined)
  if (!row) return null
  const [was, is] = [row.before as EditedParts, row.after as EditedParts]
  return {
    at: row.at.toISOString(),
    by: nameOf(row.actor),
    figures: FigureChange.shape.list.options.flatMap((list) => figureChange(list, was, is)),
    ratings: (is.ratings ?? []).flatMap(({ dimension, computed }) => {
      const before = was.ratings?.find((rating) => rating.dimension === dimension)?.computed
      return before === undefined || before === computed ? [] : [{ dimension, before, after: computed }]
    }),
  }
}

function figureChange(list: FigureChange['list'], was: EditedParts, is: EditedParts): FigureChange[] {
  const [one, other] = [was[list] ?? [], is[list] ?? []]
  const missingFrom = (items: readonly { id: string }[]) => (item: { id: string }) =>
    !items.some(({ id }) => id === item.id)
  const added = other.filter(missingFrom(one)).map(titleOf)
  const gone = one.filter(missingFrom(other)).map(titleOf)
  return added.length + gone.length === 0 ? [] : [{ list, added, gone }]
}

/** A flag is told from others of its rule by its subject. */
function titleOf(item: { title: string; subject?: string }): string {
  return item.subject === undefined ? item.title : `${item.title}: ${item.subject}`
}
