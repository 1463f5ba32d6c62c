import type { useQueryCache } from '@pinia/colada'
import { isProblem } from '../api/api-problem.ts'
import { ruleKey } from '../queries/rules.ts'

/** Where somebody else changed the rule first, shows it as it stands now, so that the next try starts from that. */
export function takeCurrentRule(
  cache: ReturnType<typeof useQueryCache>,
  error: unknown,
  { programme, rule }: { programme: string; rule: string },
): void {
  if (isProblem(error, 'stale-version')) cache.setQueryData(ruleKey(programme, rule), error.current)
}
