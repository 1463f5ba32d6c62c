import type {
  PersonView,
  RuleCaseView,
  RuleDetail,
  RuleSettingsView,
  RuleThreshold,
  RuleTrialInput,
  RuleVersionView,
} from '@workplan/domain'
import { factCatalogue, judgeFacts, OPERATOR_WORDS, type Rule } from '@workplan/rulebook'
import type { Rules } from '../rules.ts'
import { conditionView } from '../rules/condition-view.ts'
import { ownLeaves, thresholdsIn } from '../rules/conditions.ts'
import type { LibraryEntry } from '../rules/library-entries.ts'
import type { OwnRuleVersion, RuleSetting } from '../rules/programme-rules.ts'
import { declaredOf } from '../rules/reading-in-words.ts'
import type { ProgrammeRule } from '../rules/rules-of-programme.ts'
import { notAssessableIn } from '../rules/subjects-in.ts'
import { flagSummary, type LoadedProgramme } from '../store/programme.ts'
import { worstFirst } from './flag-list.ts'
import { actorName } from './journal-in-words.ts'
import { ruleSummary } from './rule-summary.ts'

const NOT_ASSESSABLE_SHOWN = 500

/** A whole rule as it stands in a programme. */
export function ruleDetail(
  entry: LibraryEntry,
  programme: LoadedProgramme,
  rules: Rules,
  mayManage: boolean,
): RuleDetail {
  const { id, found, published, draft } = entry
  const flags = [...programme.flags.values()].filter(
    ({ rule, status }) => rule === id && status !== 'cleared',
  )
  const summary = ruleSummary(entry, flags.length, programme, rules)
  const cannot = notAssessableIn(programme, rules).get(id) ?? []
  return {
    ...summary,
    revision: revisionOf(entry, programme),
    conditions: found && conditionView(found.rule.when, found.rule.subject, found.origin === 'pack'),
    requires: found ? requiredFacts(found.rule) : [],
    message: found?.rule.message ?? (published ?? draft)?.document.message ?? '',
    thresholds: found?.origin === 'pack' ? thresholdViews(found) : [],
    workedCases: found ? caseViews(found.rule) : [],
    ...settingsOf(entry, programme),
    versions: versionViews(programme.programmeRules.own.get(id) ?? [], programme.people),
    draft: draft ? textOf(draft) : null,
    published: published ? textOf(published) : null,
    flags: flags.map(flagSummary).toSorted(worstFirst),
    notAssessableSubjects: summary.notAssessable === null ? [] : cannot.slice(0, NOT_ASSESSABLE_SHOWN),
    mayManage,
  }
}

/** What a change of the rule must start from: its settings' version, or the last write to an own rule. */
export function revisionOf({ id, found }: LibraryEntry, { programmeRules }: LoadedProgramme): number {
  if (found?.origin === 'pack') return found.setting?.version ?? 0
  return Math.max(0, ...(programmeRules.own.get(id) ?? []).map(({ revision }) => revision))
}

function requiredFacts({ requires, subject }: Rule): RuleDetail['requires'] {
  const facts = factCatalogue[subject] ?? {}
  return requires.map((fact) => ({ fact, label: facts[fact]?.label ?? fact }))
}

function thresholdViews({ rule, written }: ProgrammeRule): RuleThreshold[] {
  const asWritten = thresholdsIn(written.when)
  return ownLeaves(rule.when).flatMap(({ place, leaf }) => {
    const number = asWritten.get(`${place}.value`)
    if (number === undefined || typeof leaf.value !== 'number') return []
    const declared = declaredOf(leaf, factCatalogue[rule.subject] ?? {})
    return [
      {
        place: `${place}.value`,
        label: declared.label,
        unit: declared.unit ?? null,
        operatorInWords: OPERATOR_WORDS[leaf.operator],
        written: number,
        inForce: leaf.value,
      },
    ]
  })
}

function caseViews(rule: Rule): RuleCaseView[] {
  const verdicts = judgeFacts(
    rule,
    rule.cases.map(({ facts }) => facts),
  )
  return rule.cases.map((entry, index) => ({ ...entry, verdict: verdicts[index] ?? 'not-assessable' }))
}

function settingsOf(
  { id, found }: LibraryEntry,
  { programmeRules, people }: LoadedProgramme,
): Pick<RuleDetail, 'settings' | 'settingsHistory'> {
  if (found?.origin !== 'pack') return { settings: null, settingsHistory: [] }
  const places = thresholdsIn(found.written.when)
  const settingsHistory = (programmeRules.settings.get(id) ?? [])
    .map((setting) => settingView(setting, places, people))
    .toReversed()
  return { settings: settingsHistory[0] ?? AS_WRITTEN, settingsHistory }
}

const AS_WRITTEN: RuleSettingsView = {
  version: 0,
  enabled: true,
  severity: null,
  thresholds: {},
  notApplied: [],
  reason: null,
  by: null,
  at: null,
}

function settingView(
  { rule: _rule, ...setting }: RuleSetting,
  places: ReadonlyMap<string, number>,
  people: ReadonlyMap<string, PersonView>,
): RuleSettingsView {
  return {
    ...setting,
    thresholds: { ...setting.thresholds },
    notApplied: Object.keys(setting.thresholds).filter((place) => !places.has(place)),
    by: actorName(setting.by, people),
    at: setting.at.toISOString(),
  }
}

function versionViews(
  versions: readonly OwnRuleVersion[],
  people: ReadonlyMap<string, PersonView>,
): RuleVersionView[] {
  const last = versions.findLast(({ state }) => state !== 'draft')
  const nameOf = (person: string) => actorName(person, people) ?? 'Workplan'
  return versions.toReversed().map((version) => ({
    version: version.version,
    state: version.state === 'published' && version !== last ? 'replaced' : version.state,
    by: nameOf(version.by),
    at: version.at.toISOString(),
    reason: version.reason,
    until: version.until,
    ended: version.ended && { ...version.ended, by: nameOf(version.ended.by) },
  }))
}

function textOf({ document, cases }: OwnRuleVersion): RuleTrialInput {
  return { document, cases }
}
