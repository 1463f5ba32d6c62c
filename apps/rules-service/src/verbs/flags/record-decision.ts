import {
  approvalsOf,
  formatPartialDate,
  type Audience,
  type DecisionInput,
  type FlagStatus,
  type Task,
} from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'
import { decisions } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'
import { checkTaskReferences } from '../tasks/check-task.ts'
import { taskOf } from '../tasks/new-task.ts'
import { type PendingAcceptance, pendingAcceptance } from './requested-acceptance.ts'

/** The status that each decision gives a flag. None of them clears it. */
const STATUS_AFTER: Record<DecisionInput['kind'], Exclude<FlagStatus, 'open' | 'cleared'>> = {
  assign: 'assigned',
  accept: 'accepted',
  dispute: 'disputed',
  ask: 'asked',
}

/**
 * Records one decision about flags of the programme, in the change being made. New work is added once and serves what all of
 * them are about. Throws `invalid-input`, `not-allowed`, and `conflict` for a cleared flag.
 */
export async function recordDecision(
  { rules }: Pick<AppContext, 'rules'>,
  change: Change,
  flags: readonly StoredFlag[],
  input: DecisionInput,
): Promise<void> {
  const { before, db, at, actor } = change
  const programme = before.state.programme.id
  refuseUnfit(input, before)
  const task = assignedTask(rules, change, flags, input)
  const decision: DecisionInput =
    input.kind === 'assign' && task ? { kind: 'assign', task: task.id, ...wordsOf(input) } : input
  const status = STATUS_AFTER[decision.kind]
  for (const flag of flags) {
    const pending = decision.kind === 'accept' ? await pendingAcceptance(db, programme, flag.id) : null
    if (decision.kind === 'accept') refuseUnseparated(decision, pending, { actor, programme: before })
    change.setFlagStatus(flag.id, status, decision.kind === 'accept' ? decision.until : null)
    await db.insert(decisions).values({
      programme,
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
      why: inWords(decision, task),
    })
  }
}

function wordsOf({ rationale }: Extract<DecisionInput, { kind: 'assign' }>): { rationale?: string } {
  return rationale ? { rationale } : {}
}

/** The task that the flags are given to: one there is, or one that is added now. Null for other decisions. */
function assignedTask(
  rules: AppContext['rules'],
  change: Change,
  flags: readonly StoredFlag[],
  input: DecisionInput,
): Task | null {
  if (input.kind !== 'assign') return null
  const { before } = change
  const known = before.state.records.task.find(({ id }) => id === input.task)
  if (known || !input.newTask) return known ?? null
  const requirements = new Set(flags.flatMap(({ subject, requirements: under }) => [subject.id, ...under]))
  const task = taskOf(
    {
      ...input.newTask,
      audience: audienceOf(flags),
      serves: [...requirements].filter((id) => rules.library.requirements.has(id)),
    },
    before,
  )
  checkTaskReferences(task, null, before, rules)
  const [first] = flags
  change.put('task', task, {
    expectedVersion: null,
    action: 'task.created',
    why: first ? `To clear the flag “${first.title}: ${first.subject.title}”` : null,
  })
  return task
}

/** Whom new work is for: everyone whom one of the flags names, or all where none names anybody. */
function audienceOf(flags: readonly StoredFlag[]): Audience[] {
  const named = new Set(flags.flatMap(({ audience }) => audience))
  return named.size > 0 ? [...named] : ['all']
}

function refuseUnfit(decision: DecisionInput, { state, asAt }: LoadedProgramme): void {
  if (decision.kind === 'assign' && decision.task !== undefined)
    if (!state.records.task.some(({ id }) => id === decision.task))
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
  if (!approvalsOf(programme.state).acceptance) return
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
function inWords(decision: DecisionInput, task: Task | null): string {
  switch (decision.kind) {
    case 'assign':
      return [`Assigned to the task “${task?.title ?? decision.task}”`, decision.rationale]
        .filter(Boolean)
        .join('. ')
    case 'accept':
      return `Accepted until ${formatPartialDate(decision.until)}. ${decision.rationale}`
    case 'dispute':
      return decision.rationale
    case 'ask':
      return decision.question
  }
}
