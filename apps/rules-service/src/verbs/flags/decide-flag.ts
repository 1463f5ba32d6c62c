import { formatPartialDate, type DecisionInput, type FlagDetail, type FlagStatus } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { rulesOfProgramme } from '../../rules/rules-of-programme.ts'
import type { Transaction } from '../../store/database.ts'
import { readJournal } from '../../store/journal.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { decisions } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { flagDetail } from '../../views/flag-detail.ts'
import { indexRecords } from '../../views/record-index.ts'
import { flagVersion } from './flag-version.ts'
import { FLAG_HISTORY_LIMIT, findFlag } from './read-flag.ts'
import { type PendingAcceptance, pendingAcceptance } from './requested-acceptance.ts'

/** The status that each decision gives a flag. None of them clears it. */
const STATUS_AFTER: Record<DecisionInput['kind'], Exclude<FlagStatus, 'open' | 'cleared'>> = {
  assign: 'assigned',
  accept: 'accepted',
  dispute: 'disputed',
  ask: 'asked',
}

const STALE =
  'Something became of this flag since you opened it. Nothing was decided: look at what is there now, then try again.'

/** Records what an SRO said about a flag. Throws `not-found`, `invalid-input`, `stale-version`, and `conflict` for a cleared flag. */
export async function decideFlag(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  request: ChangeRequest,
  flagId: string,
  { decision, expected }: { decision: DecisionInput; expected: number },
): Promise<FlagDetail> {
  async function detailOf(programme: LoadedProgramme, db: Transaction): Promise<FlagDetail> {
    const journal = await readJournal(db, request.programme, {
      kind: 'flag',
      id: flagId,
      order: 'newest-first',
      limit: FLAG_HISTORY_LIMIT,
    })
    return flagDetail(findFlag(programme, flagId), {
      version: await flagVersion(db, request.programme, flagId),
      programme,
      library: rules.library,
      rules: rulesOfProgramme(rules.rulebook, programme.programmeRules).map(({ rule }) => rule),
      index: indexRecords(programme, rules.library),
      journal,
    })
  }

  return store.change(
    request,
    async (change) => {
      const { before, db, at, actor } = change
      const flag = findFlag(before, flagId)
      if (expected !== (await flagVersion(db, request.programme, flag.id)))
        throw new AppError('stale-version', STALE, { current: await detailOf(before, db) })
      refuseUnfit(decision, before)
      const pending =
        decision.kind === 'accept' ? await pendingAcceptance(db, request.programme, flag.id) : null
      if (decision.kind === 'accept') refuseUnseparated(decision, pending, { actor, programme: before })
      const status = STATUS_AFTER[decision.kind]
      change.setFlagStatus(flag.id, status, decision.kind === 'accept' ? decision.until : null)
      await db.insert(decisions).values({
        programme: request.programme,
        flag: flag.id,
        decision,
        by: actor,
        requestedBy: pending?.by ?? null,
        at,
        asAt: before.asAt,
      })
      change.note({
        action: `flag.${status}`,
        kind: 'flag',
        id: flag.id,
        title: `${flag.title}: ${flag.subject.title}`,
        before: { status: flag.status },
        after: { status, decision, ...(pending && { requestedBy: pending.by }) },
        why: inWords(decision, before),
      })
      return db
    },
    ({ after }, db: Transaction) => detailOf(after, db),
  )
}

function refuseUnfit(decision: DecisionInput, { state, asAt }: LoadedProgramme): void {
  if (decision.kind === 'assign' && !state.records.task.some(({ id }) => id === decision.task))
    throw refused('task', 'There is no such task in this programme')
  if (decision.kind === 'accept' && decision.until <= asAt)
    throw refused('until', `Choose a day after ${formatPartialDate(asAt)}`)
}

/** Who asked does not approve; and where the programme wants two people, somebody must have asked. */
function refuseUnseparated(
  { until }: Extract<DecisionInput, { kind: 'accept' }>,
  pending: PendingAcceptance | null,
  { actor, programme }: { actor: string; programme: LoadedProgramme },
): void {
  if (pending?.by === actor)
    throw new AppError('not-allowed', 'You asked for this acceptance, so somebody else must approve it.')
  if (!programme.state.programme.approvals?.acceptance) return
  if (!pending)
    throw new AppError(
      'conflict',
      'An acceptance needs two people in this programme: somebody else must ask for it first.',
    )
  if (until > pending.until)
    throw refused(
      'until',
      `Acceptance was asked for until ${formatPartialDate(pending.until)}: choose no later day`,
    )
}

function refused(path: string, message: string): AppError {
  return new AppError('invalid-input', `${message}. Nothing was decided.`, { errors: [{ path, message }] })
}

/** The decision as its journal entry gives the reason. */
function inWords(decision: DecisionInput, { state }: LoadedProgramme): string {
  switch (decision.kind) {
    case 'assign': {
      const task = state.records.task.find(({ id }) => id === decision.task)
      return [`Assigned to the task “${task?.title ?? decision.task}”`, decision.rationale]
        .filter(Boolean)
        .join('. ')
    }
    case 'accept':
      return `Accepted until ${formatPartialDate(decision.until)}. ${decision.rationale}`
    case 'dispute':
      return decision.rationale
    case 'ask':
      return decision.question
  }
}
