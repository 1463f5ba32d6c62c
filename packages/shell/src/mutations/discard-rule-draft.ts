import { useQueryCache } from '@pinia/colada'
import { askRules } from '../api/ask-rules.ts'
import { rulesKey } from '../queries/rules.ts'
import { refreshQueries } from './refresh-programme.ts'
import { takeCurrentRule } from './take-current-rule.ts'
import { useSending } from './use-sending.ts'

export interface RuleDraftDiscard {
  programme: string
  rule: string
  revision: number
}

/** Throws a draft away; a rule that was never published is gone with it. */
export function useDiscardRuleDraft() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, rule, revision }: RuleDraftDiscard, attempt) =>
      askRules<null>({
        programme,
        path: `${encodeURIComponent(rule)}/draft`,
        method: 'DELETE',
        revision,
        attempt,
      }),
    onError: (error, discard) => takeCurrentRule(cache, error, discard),
    onSuccess: (_nothing, { programme }) => void refreshQueries(cache, [...rulesKey(programme), 'list']),
  })
}
