import type { DecisionAboutMany, FlagSummary } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { flagSummary } from '../../store/programme.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { flagVersions } from './flag-version.ts'
import { findFlag } from './read-flag.ts'
import { recordDecision } from './record-decision.ts'

/**
 * Records one decision about several flags, all or none. `expected` is the version of the list that the SRO saw. Throws
 * `not-found`, `invalid-input`, `stale-version` naming the flags that something became of, and `conflict` for a cleared one.
 */
export function decideMany(
  context: Pick<AppContext, 'store' | 'rules'>,
  request: ChangeRequest,
  { flags: ids, decision }: DecisionAboutMany,
  expected: number,
): Promise<{ items: FlagSummary[] }> {
  return context.store.change(
    request,
    async (change) => {
      const flags = [...new Set(ids)].map((id) => findFlag(change.before, id))
      await requireUnchanged(change, flags, expected)
      await recordDecision(context, change, flags, decision)
    },
    ({ after }) => ({ items: ids.map((id) => flagSummary(findFlag(after, id))) }),
  )
}

async function requireUnchanged(
  { before, db }: Change,
  flags: readonly { id: string; title: string; subject: { title: string } }[],
  expected: number,
): Promise<void> {
  const versions = await flagVersions(db, before.state.programme.id)
  const changed = flags.filter(({ id }) => (versions.get(id) ?? 0) > expected)
  if (changed.length === 0) return
  throw new AppError(
    'stale-version',
    'Something became of some of these flags since you read them. Nothing was decided: look at them again.',
    {
      errors: changed.map(({ id, title, subject }) => ({
        path: id,
        message: `${title}: ${subject.title} is not as you saw it`,
      })),
    },
  )
}
