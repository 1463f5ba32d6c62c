import { flagId } from '@workplan/domain'
import { type Evaluator, type Finding, peopleOf, type Rule, type Subject } from '@workplan/rulebook'
import type { JudgedFlag } from '../store/programme.ts'
import { sameJson } from '../store/same-json.ts'

/** Programmes whose last flags are remembered. */
const PROGRAMMES_REMEMBERED = 64

interface Said {
  subjects: ReadonlyMap<string, Subject>
  flags: ReadonlyMap<string, { rule: Rule; flag: JudgedFlag }>
}

/**
 * Words findings as flags, and remembers them by programme: a flag whose rule and subject are as they were is the same
 * object as before, so that the many flags that a change does not touch need be neither worded nor compared again.
 */
export function createFlagWording(): (
  programme: string,
  findings: readonly Finding[],
  evaluator: Evaluator,
) => JudgedFlag[] {
  const remembered = new Map<string, Said>()
  return (programme, findings, evaluator) => {
    const before = remembered.get(programme)
    const subjects = new Map<string, Subject>()
    const flags = new Map<string, { rule: Rule; flag: JudgedFlag }>()
    for (const finding of findings) {
      const { rule } = finding
      const key = `${finding.subject.kind}/${finding.subject.id}`
      const subject = subjects.get(key) ?? asBefore(before?.subjects.get(key), finding.subject)
      subjects.set(key, subject)
      const id = flagId(rule.id, subject.id)
      const known = before?.flags.get(id)
      const same = known?.rule === rule && before?.subjects.get(key) === subject
      flags.set(id, same ? known : { rule, flag: judgedFlag({ rule, subject }, evaluator) })
    }
    remembered.delete(programme)
    remembered.set(programme, { subjects, flags })
    const [oldest] = remembered.keys()
    if (remembered.size > PROGRAMMES_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
    return Array.from(flags.values(), ({ flag }) => flag)
  }
}

/** The subject as it was remembered, where nothing of it has changed. */
function asBefore(before: Subject | undefined, subject: Subject): Subject {
  return before && sameJson(before, subject) ? before : subject
}

/** A finding as the flag it raises. */
export function judgedFlag({ rule, subject }: Finding, evaluator: Evaluator): JudgedFlag {
  const people = peopleOf(rule, subject.facts)
  return {
    id: flagId(rule.id, subject.id),
    rule: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    severity: rule.severity,
    subject: { kind: subject.kind, id: subject.id, title: subject.title },
    message: evaluator.message({ rule, subject }),
    audience: people.length > 0 ? people : subject.audience,
    workstreams: subject.workstreams,
    requirements: subject.requirements,
    explanation: evaluator.explain({ rule, subject }),
    records: subject.records,
  }
}
