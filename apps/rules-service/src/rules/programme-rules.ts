import type { IsoDate, RuleCaseInput, RuleDocument, Severity } from '@workplan/domain'

/** One version of how a programme set a rule of the pack. */
export interface RuleSetting {
  rule: string
  version: number
  enabled: boolean
  /** Null: as the rule is written. */
  severity: Severity | null
  thresholds: Readonly<Record<string, number>>
  reason: string
  by: string
  at: Date
}

/** One version of a programme's own rule. */
export interface OwnRuleVersion {
  id: string
  version: number
  revision: number
  state: 'draft' | 'published' | 'ended'
  document: RuleDocument
  cases: RuleCaseInput[]
  by: string
  at: Date
  reason: string | null
  until: IsoDate | null
  ended: { by: string; at: string; reason: string } | null
}

/** What a programme did to its rules. Shared between requests: a change makes a new one. */
export interface ProgrammeRules {
  /** By rule: every version of its settings, oldest first. */
  settings: ReadonlyMap<string, readonly RuleSetting[]>
  /** By id: every version of a rule of the programme's own, oldest first. */
  own: ReadonlyMap<string, readonly OwnRuleVersion[]>
}

/** Of a programme that left its rules as they are. */
export const UNCHANGED_RULES: ProgrammeRules = { settings: new Map(), own: new Map() }

/** With one more version of a rule's settings. */
export function withSetting(rules: ProgrammeRules, setting: RuleSetting): ProgrammeRules {
  const versions = [...(rules.settings.get(setting.rule) ?? []), setting]
  return { ...rules, settings: new Map(rules.settings).set(setting.rule, versions) }
}

/** With that version of an own rule, in the place of the one with the same number if there is one. */
export function withOwnRule(rules: ProgrammeRules, version: OwnRuleVersion): ProgrammeRules {
  const others = versionsOf(rules, version.id).filter((other) => other.version !== version.version)
  return { ...rules, own: new Map(rules.own).set(version.id, [...others, version]) }
}

/** Without the draft of an own rule; without the rule when it was never published. */
export function withoutDraft(rules: ProgrammeRules, id: string): ProgrammeRules {
  const kept = versionsOf(rules, id).filter(({ state }) => state !== 'draft')
  const own = new Map(rules.own)
  if (kept.length > 0) own.set(id, kept)
  else own.delete(id)
  return { ...rules, own }
}

/** The settings in force for a rule; undefined when it is as written. */
export function settingOf(rules: ProgrammeRules, rule: string): RuleSetting | undefined {
  return rules.settings.get(rule)?.at(-1)
}

/** The published version of an own rule that counts, ended ones included. */
export function publishedOf(rules: ProgrammeRules, id: string): OwnRuleVersion | undefined {
  return versionsOf(rules, id).findLast(({ state }) => state !== 'draft')
}

/** What is written of an own rule and not published. */
export function draftOf(rules: ProgrammeRules, id: string): OwnRuleVersion | undefined {
  return versionsOf(rules, id).find(({ state }) => state === 'draft')
}

function versionsOf({ own }: ProgrammeRules, id: string): readonly OwnRuleVersion[] {
  return own.get(id) ?? []
}
