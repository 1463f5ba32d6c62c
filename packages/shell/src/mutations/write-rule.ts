import { useQueryCache } from '@pinia/colada'
import type { RuleDetail, RuleDraftInput } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { ruleKey, rulesKey } from '../queries/rules.ts'
import { refreshQueries } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface RuleWriting {
  programme: string
  input: RuleDraftInput
  /** The rule that is written on and the revision it was read at; null for a new one. */
  from: { rule: string; revision: number } | null
}

/** Saves the draft of a rule of the programme's own; what is published stays in force. Answers with the rule. */
export function useWriteRule() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input, from }: RuleWriting, attempt) =>
      askRules<RuleDetail>({
        programme,
        ...(from
          ? { path: encodeURIComponent(from.rule), method: 'PUT', revision: from.revision }
          : { method: 'POST' }),
        json: input,
        attempt,
      }),
    onSuccess: (saved, { programme }) => {
      cache.setQueryData(ruleKey(programme, saved.id), saved)
      void refreshQueries(cache, [...rulesKey(programme), 'list'])
    },
  })
}
