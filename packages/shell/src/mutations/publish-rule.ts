import { useMutation, useQueryCache } from '@pinia/colada'
import type { RulePublishInput, RuleSaved } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey } from '../queries/rules.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface RuleDraftPublishing {
  programme: string
  rule: string
  revision: number
  input: RulePublishInput
  attempt?: string
}

/** Puts the draft of an own rule in force; answers with the rule and what that did to the flags. */
export function usePublishRule() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, rule, input, ...version }: RuleDraftPublishing) =>
      askRules<RuleSaved>({
        programme,
        path: `${encodeURIComponent(rule)}/publish`,
        method: 'POST',
        json: input,
        ...version,
      }),
    onSuccess: (saved, { programme, rule }) => {
      cache.setQueryData(ruleKey(programme, rule), saved.item)
      void refreshProgramme(cache, programme)
    },
  })
}
