import { useQueryCache } from '@pinia/colada'
import type { RuleSaved, RuleSettingsInput } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey } from '../queries/rules.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface RuleSetting {
  programme: string
  rule: string
  revision: number
  input: RuleSettingsInput
}

/** Sets a rule of the pack for this programme; answers with the rule and what that did to the flags. */
export function useSetRule() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, rule, input, revision }: RuleSetting, attempt) =>
      askRules<RuleSaved>({
        programme,
        path: `${encodeURIComponent(rule)}/settings`,
        method: 'PUT',
        json: input,
        revision,
        attempt,
      }),
    onSuccess: (saved, { programme, rule }) => {
      cache.setQueryData(ruleKey(programme, rule), saved.item)
      void refreshProgramme(cache, programme)
    },
  })
}
