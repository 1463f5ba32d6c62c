import { useQueryCache } from '@pinia/colada'
import type { RulePublishInput, RuleSaved } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey } from '../queries/rules.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface RuleDraftPublishing {
  programme: string
  rule: string
  revision: number
  input: RulePublishInput
}

/** Puts the draft of an own rule in force; answers with the rule and what that did to the flags. */
export function usePublishRule() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, rule, input, revision }: RuleDraftPublishing, attempt) =>
      askRules<RuleSaved>({
        programme,
        path: `${encodeURIComponent(rule)}/publish`,
        method: 'POST',
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
