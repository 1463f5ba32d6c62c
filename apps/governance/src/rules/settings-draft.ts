import type {
  RuleDetail,
  RuleSettingsTrial,
  RuleSettingsView,
  RuleThreshold,
  Severity,
} from '@workplan/domain'

/** The settings of a rule while they are being filled in: numbers as typed, by their place in the rule. */
export interface SettingsDraft {
  enabled: boolean
  severity: Severity | ''
  thresholds: Record<string, string>
}

type SettableRule = Pick<RuleDetail, 'settings' | 'thresholds'>

export function settingsDraftOf({ settings, thresholds }: SettableRule): SettingsDraft {
  return {
    enabled: settings?.enabled ?? true,
    severity: settings?.severity ?? '',
    thresholds: Object.fromEntries(thresholds.map(({ place, inForce }) => [place, String(inForce)])),
  }
}

/** The settings to send, or what is wrong by the place of the number. A number as it is written is left out. */
export function completeSettings(
  { enabled, severity, thresholds }: SettingsDraft,
  written: readonly RuleThreshold[],
): { settings: RuleSettingsTrial } | { errors: Record<string, string> } {
  const given = written.map((threshold) => ({ threshold, text: thresholds[threshold.place]?.trim() ?? '' }))
  const wrong = given.filter(({ text }) => text === '' || !Number.isFinite(Number(text)))
  if (wrong.length > 0)
    return {
      errors: Object.fromEntries(
        wrong.map(({ threshold }) => [threshold.place, `${threshold.label}: enter a number`]),
      ),
    }
  const changed = given.filter(({ threshold, text }) => Number(text) !== threshold.written)
  return {
    settings: {
      enabled,
      severity: severity || null,
      thresholds: Object.fromEntries(changed.map(({ threshold, text }) => [threshold.place, Number(text)])),
    },
  }
}

/** One line for each thing that settings say: 'On', 'Severity high', 'Days late is more than 14 days'. */
export function settingsInWords(
  { enabled, severity, thresholds }: RuleSettingsTrial | RuleSettingsView,
  known: readonly RuleThreshold[],
): string[] {
  return [
    enabled ? 'On' : 'Off',
    severity === null ? 'Severity as written' : `Severity ${severity}`,
    ...known.map((threshold) =>
      thresholdInWords(threshold, thresholds[threshold.place] ?? threshold.written),
    ),
  ]
}

export function thresholdInWords({ label, operatorInWords, unit }: RuleThreshold, value: number): string {
  return [label, operatorInWords, value, unitInWords(unit, value)].filter((part) => part !== null).join(' ')
}

/** A unit beside a number: `1 day`, `5 days`; null where there is none. */
export function unitInWords(unit: string | null, value?: number): string | null {
  if (unit === null || value === 1 || !/[a-rt-z]$/.test(unit)) return unit
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`
}

/** Settings as the browser kept them; null when it is something else. */
export function parseSettingsDraft(kept: unknown): { revision: number; draft: SettingsDraft } | null {
  if (typeof kept !== 'object' || kept === null || !('revision' in kept) || !('draft' in kept)) return null
  const { revision, draft } = kept
  if (typeof revision !== 'number' || typeof draft !== 'object' || draft === null) return null
  return 'enabled' in draft && 'severity' in draft && 'thresholds' in draft
    ? { revision, draft: draft as SettingsDraft }
    : null
}
