import { useMutation, useQueryCache } from '@pinia/colada'
import type { RuleSaved, RuleSettingsInput } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey } from '../queries/rules.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface RuleSetting {
  programme: string
  rule: string
  revision: number
  input: RuleSettingsInput
  attempt?: string
}

/** Sets a rule of the pack for this programme; answers with the rule and what that did to the flags. */
export function useSetRule() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, rule, input, ...version }: RuleSetting) =>
      askRules<RuleSaved>({
        programme,
        path: `${encodeURIComponent(rule)}/settings`,
        method: 'PUT',
        json: input,
        ...version,
      }),
    onSuccess: (saved, { programme, rule }) => {
      cache.setQueryData(ruleKey(programme, rule), saved.item)
      void refreshProgramme(cache, programme)
    },
  })
}
