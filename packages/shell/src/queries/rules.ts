import { defineQueryOptions } from '@pinia/colada'
import type { RuleDetail, RuleSummary, SubjectFactsView } from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export function rulesKey(programme: string) {
  return [...programmeKey(programme), 'rules'] as const
}

export function ruleKey(programme: string, rule: string) {
  return [...rulesKey(programme), 'one', rule] as const
}

/** Every rule, as it is in force in the programme. */
export const rulesQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...rulesKey(programme), 'list'],
  query: ({ signal }) =>
    readPages((cursor) =>
      askRules<{ items: RuleSummary[]; next: string | null }>({
        programme,
        ...(cursor && { path: `?cursor=${encodeURIComponent(cursor)}` }),
        signal,
      }),
    ),
}))

/** One rule with its conditions, cases, flags and history. */
export const ruleQuery = defineQueryOptions(({ programme, rule }: { programme: string; rule: string }) => ({
  key: ruleKey(programme, rule),
  query: ({ signal }) => askRules<RuleDetail>({ programme, path: encodeURIComponent(rule), signal }),
}))

/** What rules of a programme's own may read, by kind of subject. */
export const ruleFactsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...rulesKey(programme), 'facts'],
  query: ({ signal }) =>
    askRules<{ items: SubjectFactsView[]; next: null }>({ programme, path: 'facts', signal }),
}))
