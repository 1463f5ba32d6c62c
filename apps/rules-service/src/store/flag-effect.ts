import type { EffectOnFlags } from '@workplan/domain'
import type { FlagChange } from './flag-difference.ts'
import { flagSummary } from './programme.ts'

/** What happened to flags, as it is answered. */
export function effectOf(changes: readonly FlagChange[]): EffectOnFlags {
  const of = (event: FlagChange['event']) =>
    changes.filter((change) => change.event === event).map(({ after }) => flagSummary(after))
  return {
    cleared: of('cleared'),
    raised: of('raised'),
    reopened: of('reopened'),
    changed: changes.flatMap(({ event, before, after }) =>
      event === 'changed' && before
        ? [{ flag: flagSummary(after), before: { severity: before.severity, message: before.message } }]
        : [],
    ),
  }
}
