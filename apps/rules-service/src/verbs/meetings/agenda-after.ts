import type { AgendaItem, AgendaItemInput } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import type { Rules } from '../../rules.ts'
import type { Transaction } from '../../store/database.ts'
import { reports } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'
import { indexRecords } from '../../views/record-index.ts'

type Subject = AgendaItem['about']

/**
 * An agenda as it was sent, with ids for new items and the present titles of what they are about. Throws `invalid-input`
 * for a subject that is not in the programme, and for an id that two items have or no item had.
 */
export async function agendaAfter(
  { before, db }: Pick<Change, 'before' | 'db'>,
  { library }: Rules,
  was: readonly AgendaItem[],
  sent: readonly AgendaItemInput[],
): Promise<AgendaItem[]> {
  checkIds(was, sent)
  const records = indexRecords(before, library)
  const programme = before.state.programme.id
  let last = Math.max(0, ...was.map(({ id }) => Number(id.slice('item-'.length))))
  const agenda: AgendaItem[] = []
  for (const [place, { id, title, about, minutes }] of sent.entries()) {
    last += id === undefined ? 1 : 0
    agenda.push({
      id: id ?? `item-${last}`,
      title,
      about: about && (await subjectOf(about, place, was)),
      minutes,
    })
  }
  return agenda

  async function subjectOf(
    { kind, id }: { kind: string; id: string },
    place: number,
    known: readonly AgendaItem[],
  ): Promise<Subject> {
    const before = known.find(({ about }) => about?.kind === kind && about.id === id)?.about
    const found = kind === 'report' ? await reportNamed(db, programme, id) : records.refOf(id)
    const subject = found?.kind === kind ? found : before
    if (subject) return { kind, id, title: subject.title }
    throw refused(`agenda.${place}.about`, `There is no ${kind} ${id} in this programme`)
  }
}

function checkIds(was: readonly AgendaItem[], sent: readonly AgendaItemInput[]): void {
  const ids = sent.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const isUnknown = ids.some((id) => !was.some((item) => item.id === id))
  if (isUnknown || new Set(ids).size < ids.length)
    throw refused('agenda', 'has an item twice, or one that it did not have')
}

async function reportNamed(db: Transaction, programme: string, id: string) {
  const [row] = await db
    .select({ title: reports.title })
    .from(reports)
    .where(and(eq(reports.programme, programme), eq(reports.id, id)))
  return row && { kind: 'report', id, title: row.title }
}

function refused(path: string, message: string): AppError {
  return new AppError('invalid-input', 'The agenda does not fit together. Nothing was changed.', {
    errors: [{ path, message }],
  })
}
