import { useQueryCache } from '@pinia/colada'
import type { RuleEndInput, RuleSaved } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey } from '../queries/rules.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { takeCurrentRule } from './take-current-rule.ts'
import { useSending } from './use-sending.ts'

export interface RuleEnding {
  programme: string
  rule: string
  revision: number
  input: RuleEndInput
}

/** Ends an own rule; answers with the rule and what that did to the flags. */
export function useEndRule() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, rule, input, revision }: RuleEnding, attempt) =>
      askRules<RuleSaved>({
        programme,
        path: `${encodeURIComponent(rule)}/end`,
        method: 'POST',
        json: input,
        revision,
        attempt,
      }),
    onSuccess: (saved, { programme, rule }) => {
      cache.setQueryData(ruleKey(programme, rule), saved.item)
      void refreshProgramme(cache, programme)
    },
    onError: (error, ending) => takeCurrentRule(cache, error, ending),
  })
}
