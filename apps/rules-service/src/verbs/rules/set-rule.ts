import type { EffectOnFlags, RuleSaved, RuleSettingsInput, RuleSettingsTrial } from '@workplan/domain'
import { isDeepStrictEqual } from 'node:util'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { thresholdsIn } from '../../rules/conditions.ts'
import { withSetting } from '../../rules/programme-rules.ts'
import type { ProgrammeRule } from '../../rules/rules-of-programme.ts'
import { writeSetting } from '../../store/rule-rows.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { effectOfChange } from '../what-if/effect-of-change.ts'
import { findPackRule, requireRevision } from './find-rule.ts'
import { ruleSaved } from './rule-saved.ts'

/** What other settings of a rule of the pack would do to the flags; changes nothing. Throws `not-found`, `conflict`, `invalid-input`. */
export async function previewSettings(
  { store, rules, now }: Pick<AppContext, 'store' | 'rules' | 'now'>,
  programmeId: string,
  id: string,
  trial: RuleSettingsTrial,
): Promise<EffectOnFlags> {
  const programme = await store.readProgramme(programmeId)
  const settings = settingsFor(findPackRule(programme, rules, id), trial)
  const supposed = { rule: id, version: 0, ...settings, reason: '', by: '', at: now() }
  const programmeRules = withSetting(programme.programmeRules, supposed)
  return effectOfChange(programme, { programmeRules }, rules, now())
}

/**
 * Sets a rule of the pack for one programme, and judges the programme by it. Throws `not-found`, `conflict`,
 * `stale-version`, `invalid-input`.
 */
export function setRule(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expected, input }: { id: string; expected: number; input: RuleSettingsInput },
): Promise<RuleSaved> {
  return store.change(
    request,
    async (change) => {
      const { before, db, at, actor } = change
      const found = findPackRule(before, rules, id)
      requireRevision(before, rules, member, { id, expected })
      const settings = settingsFor(found, input)
      const present = presentSettings(found)
      if (isDeepStrictEqual(present, settings))
        throw new AppError('invalid-input', 'The rule is set so already. Nothing was changed.', {
          errors: [{ path: '', message: 'Change at least one setting' }],
        })
      const setting = { rule: id, version: expected + 1, ...settings, reason: input.reason, by: actor, at }
      await writeSetting(db, request.programme, setting)
      change.setRules(withSetting(before.programmeRules, setting))
      change.note({
        action: 'rule.set',
        kind: 'rule',
        id,
        title: found.written.title,
        before: present,
        after: settings,
        why: input.reason,
      })
    },
    (outcome) => ruleSaved(outcome, rules, member, id),
  )
}

/** Only what differs from the rule as written; throws `invalid-input` for a place that holds no number. */
function settingsFor(
  { written }: ProgrammeRule,
  { enabled, severity, thresholds }: RuleSettingsTrial,
): RuleSettingsTrial {
  const places = thresholdsIn(written.when)
  const errors = Object.keys(thresholds)
    .filter((place) => !places.has(place))
    .map((place) => ({ path: `thresholds.${place}`, message: 'The rule has no number of its own here' }))
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The rule has no such numbers. Nothing was changed.', { errors })
  const changed = [...places].flatMap(([place, number]) => {
    const value = Object.hasOwn(thresholds, place) ? thresholds[place] : undefined
    return value === undefined || value === number ? [] : [[place, value] as const]
  })
  return {
    enabled,
    severity: severity === written.severity ? null : severity,
    thresholds: Object.fromEntries(changed),
  }
}

function presentSettings(found: ProgrammeRule): RuleSettingsTrial {
  const { enabled, severity, thresholds } = found.setting ?? { enabled: true, severity: null, thresholds: {} }
  return { enabled, severity, thresholds: { ...thresholds } }
}
