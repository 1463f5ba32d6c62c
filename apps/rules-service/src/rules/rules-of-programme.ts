import type { IsoDate } from '@workplan/domain'
import { createEvaluator, type Evaluator, type Rule, type Rulebook, rulesInForce } from '@workplan/rulebook'
import { thresholdsIn, withThresholds } from './conditions.ts'
import { readOwnRule } from './own-rule.ts'
import { publishedOf, type ProgrammeRules, type RuleSetting, settingOf } from './programme-rules.ts'
import { thresholdWords } from './threshold-words.ts'

/** A rule of the pack or of the programme's own, as it stands in the programme. */
export interface ProgrammeRule {
  origin: 'pack' | 'own'
  /** With the programme's settings. */
  rule: Rule
  written: Rule
  setting: RuleSetting | null
  enabled: boolean
  /** Places of the thresholds that the programme set otherwise. */
  thresholdsSet: readonly string[]
}

/**
 * Every rule of a programme but drafts: those of the pack with the programme's settings, then its own by id. Own rules
 * that this version of Workplan cannot read are left out.
 */
export function rulesOfProgramme(pack: Rulebook, programmeRules: ProgrammeRules): readonly ProgrammeRule[] {
  return compiled(pack, programmeRules).rules
}

/** The evaluator of the rules in force in a programme on a day. */
export function evaluatorOf(pack: Rulebook, programmeRules: ProgrammeRules, asAt: IsoDate): Evaluator {
  const known = compiled(pack, programmeRules)
  if (known.asAt !== asAt || known.evaluator === null) {
    const enabled = known.rules.filter((rule) => rule.enabled).map(({ rule }) => rule)
    known.evaluator = createEvaluator(rulesInForce(enabled, asAt))
    known.asAt = asAt
  }
  return known.evaluator
}

interface Compiled {
  rules: readonly ProgrammeRule[]
  asAt: IsoDate | null
  evaluator: Evaluator | null
}

/** One for each set of programme rules that anybody still holds; a change of rules makes a new set. */
const kept = new WeakMap<Rulebook, WeakMap<ProgrammeRules, Compiled>>()

function compiled(pack: Rulebook, programmeRules: ProgrammeRules): Compiled {
  const ofPack = kept.get(pack) ?? new WeakMap<ProgrammeRules, Compiled>()
  kept.set(pack, ofPack)
  const known = ofPack.get(programmeRules)
  if (known) return known
  const made: Compiled = { rules: readRules(pack, programmeRules), asAt: null, evaluator: null }
  ofPack.set(programmeRules, made)
  return made
}

function readRules(pack: Rulebook, programmeRules: ProgrammeRules): ProgrammeRule[] {
  const ofPack = pack.rules.map((rule) => ruleWithSetting(rule, settingOf(programmeRules, rule.id) ?? null))
  const own = [...programmeRules.own.keys()].toSorted().flatMap((id): ProgrammeRule[] => {
    const version = publishedOf(programmeRules, id)
    const rule = version ? readOwnRule(version, pack.conditions) : null
    if (!rule) return []
    return [{ origin: 'own', rule, written: rule, setting: null, enabled: true, thresholdsSet: [] }]
  })
  return [...ofPack, ...own]
}

/** A rule of the pack as a programme set it. Its cases are those of the rule as written: they prove that one. */
export function ruleWithSetting(written: Rule, setting: RuleSetting | null): ProgrammeRule {
  if (!setting) return { origin: 'pack', rule: written, written, setting, enabled: true, thresholdsSet: [] }
  const places = thresholdsIn(written.when)
  const thresholdsSet = Object.entries(setting.thresholds)
    .filter(([place, value]) => places.has(place) && places.get(place) !== value)
    .map(([place]) => place)
  const when = withThresholds(written.when, setting.thresholds)
  const rule: Rule = {
    ...written,
    when,
    severity: setting.severity ?? written.severity,
    title: titleWith(written, when, new Set(thresholdsSet)),
  }
  return { origin: 'pack', rule, written, setting, enabled: setting.enabled, thresholdsSet }
}

/** A title may name the number as written, so one that was changed is said beside it. */
function titleWith(written: Rule, when: Rule['when'], changed: ReadonlySet<string>): string {
  const words = thresholdWords(written.subject, when, changed)
  return words.length === 0 ? written.title : `${written.title} (here: ${words.join('; ')})`
}
