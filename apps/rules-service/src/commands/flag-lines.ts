import { type IsoDate, type ProgrammeState, type Severity, SEVERITY_ORDER } from '@workplan/domain'
import type { Rules } from '../rules.ts'

/**
 * Every flag of a programme on a day, one line each, worst first and then by rule:
 * severity, rule, kind and id of the subject, its title, and the reason. The last line counts them.
 */
export function flagLines(state: ProgrammeState, asAt: IsoDate, rules: Pick<Rules, 'judge'>): string[] {
  const flags = rules
    .judge(state, asAt)
    .toSorted(
      (one, other) =>
        SEVERITY_ORDER.indexOf(one.severity) - SEVERITY_ORDER.indexOf(other.severity) ||
        one.rule.localeCompare(other.rule) ||
        one.subject.id.localeCompare(other.subject.id),
    )
  const count = (severity: Severity) => flags.filter((flag) => flag.severity === severity).length
  return [
    `${state.programme.name}, as at ${asAt}`,
    ...flags.map(
      ({ severity, rule, subject, message }) =>
        `${severity.padEnd(6)}  ${rule}  ${subject.kind} ${subject.id} (${subject.title}): ${message}`,
    ),
    `${flags.length} flags: ${SEVERITY_ORDER.map((severity) => `${count(severity)} ${severity}`).join(', ')}`,
  ]
}
