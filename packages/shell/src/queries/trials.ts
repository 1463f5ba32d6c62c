import type {
  EffectOnFlags,
  RuleCheck,
  RuleSettingsTrial,
  RuleTrial,
  RuleTrialInput,
  WhatIfInput,
} from '@workplan/domain'
import { askRules } from '../api/ask-rules.ts'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'

/** What a change of a record would do to the flags. Writes nothing. */
export function askWhatIf(programme: string, input: WhatIfInput): Promise<EffectOnFlags> {
  return read(api.programmes[':programme']['what-if'].$post({ param: { programme }, json: input }))
}

/** What other settings of a rule would do to the flags. Writes nothing. */
export function previewRuleSettings(
  programme: string,
  rule: string,
  settings: RuleSettingsTrial,
): Promise<EffectOnFlags> {
  const path = `${encodeURIComponent(rule)}/settings/preview`
  return askRules({ programme, path, method: 'POST', json: settings })
}

/** Whether a rule could be published, and what comes out for each of its cases. Writes nothing. */
export function checkRule(
  programme: string,
  written: RuleTrialInput,
  signal?: AbortSignal,
): Promise<RuleCheck> {
  return askRules({ programme, path: 'check', method: 'POST', json: written, ...(signal && { signal }) })
}

/**
 * What a rule would raise on the programme as it stands, and what publishing it would change: as a new rule, or as the next
 * version of the one named. Writes nothing.
 */
export function tryRule(programme: string, written: RuleTrialInput, rule?: string): Promise<RuleTrial> {
  const path = rule === undefined ? 'try' : `try?rule=${encodeURIComponent(rule)}`
  return askRules({ programme, path, method: 'POST', json: written })
}
