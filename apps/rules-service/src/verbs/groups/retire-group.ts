import type { GroupRetirement, GroupSaved, ProgrammeState } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import { recordKey } from '../../store/programme.ts'
import { reports } from '../../store/schema/index.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { groupViewer } from '../../views/group-view.ts'
import { groupToChange } from './find-group.ts'
import { objectionTo, parentsOf, putLines } from './reporting-lines.ts'

/**
 * Ends a group, which stays on record with its reports. What reported to it reports to its successor, where there is
 * one. Throws `conflict` while a report to it is being written, `not-found`, `not-allowed`, `stale-version`, `invalid-input`.
 */
export function retireGroup(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  {
    id,
    expectedVersion,
    endedOn,
    successor,
    reason,
  }: GroupRetirement & { id: string; expectedVersion: number },
): Promise<GroupSaved> {
  return store.change(
    request,
    async (change) => {
      const { before, db } = change
      const group = groupToChange(change, member, { id, expectedVersion })
      if (group.state === 'retired') throw new AppError('conflict', 'This group was retired already.')
      if (endedOn > before.asAt) throw notEnded()
      if (successor !== null) checkSuccessor(before.state, id, successor)
      await refuseOpenDrafts(db, { programme: request.programme, group: id })
      const retired = { ...group, state: 'retired' as const, endsOn: endedOn, successor }
      const expected = before.versions.get(recordKey('group', id)) ?? null
      change.put('group', retired, { expectedVersion: expected, action: 'group.retired', why: reason })
      endLines(change, id, successor, reason)
      return retired
    },
    ({ after, flags }, group) => ({ item: groupViewer(after, member)(group), flags }),
  )
}

async function refuseOpenDrafts(
  db: Transaction,
  { programme, group }: { programme: string; group: string },
): Promise<void> {
  const drafts = await db
    .select({ title: reports.title })
    .from(reports)
    .where(and(eq(reports.programme, programme), eq(reports.group, group), eq(reports.status, 'draft')))
  if (drafts.length === 0) return
  const titles = drafts.map(({ title }) => `‘${title}’`).join(', ')
  const [are, them] = drafts.length === 1 ? ['A draft is', 'it'] : [`${drafts.length} drafts are`, 'them']
  throw new AppError(
    'conflict',
    `The group was not retired. ${are} still being written for it: ${titles}. Issue or withdraw ${them} first.`,
  )
}

/** Its own lines up are former ones from now on; lines from below go on to the successor. */
function endLines(change: Change, id: string, successor: string | null, why: string): void {
  const { state } = change.before
  putLines(change, id, [], why)
  if (successor === null) return
  for (const below of childrenOf(state, id)) {
    const instead = below === successor ? parentsOf(state, id) : [successor]
    const parents = parentsOf(state, below).flatMap((parent) => (parent === id ? instead : [parent]))
    putLines(change, below, [...new Set(parents)], why)
  }
}

function childrenOf({ records }: ProgrammeState, id: string): string[] {
  return records['reporting-line']
    .filter((line) => line.to === id && line.state === 'stated')
    .map(({ from }) => from)
}

/** A group below may take the work over: then it reports to where the ended one did. */
function checkSuccessor(state: ProgrammeState, id: string, successor: string): void {
  const movers = childrenOf(state, id).filter((below) => below !== successor)
  const isItself = successor === id ? 'A group cannot take over from itself' : null
  const objections = [
    isItself,
    objectionTo(state, null, successor),
    ...movers.map((below) => objectionTo(state, below, successor)),
  ]
  const message = objections.find((found) => found !== null)
  if (message)
    throw new AppError('invalid-input', 'This group cannot take its work over. Nothing was changed.', {
      errors: [{ path: 'successor', message }],
    })
}

function notEnded(): AppError {
  const message = 'The day must not be in the future'
  return new AppError('invalid-input', 'A group is retired when it has ended. Nothing was changed.', {
    errors: [{ path: 'endedOn', message }],
  })
}
