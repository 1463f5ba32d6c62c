import { flagId, type RecordRef, type SubjectKind } from '@workplan/domain'
import { type Evaluator, type Finding, peopleOf, type Rule, type Subject } from '@workplan/rulebook'
import type { JudgedFlag } from '../store/programme.ts'
import { sameJson } from '../store/same-json.ts'

/** Programmes whose last flags are remembered. */
const PROGRAMMES_REMEMBERED = 64

interface Said {
  subjects: ReadonlyMap<SubjectKind, ReadonlyMap<string, Subject>>
  flags: ReadonlyMap<Rule, ReadonlyMap<Subject, JudgedFlag>>
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
    const settled = settledSubjects(findings, before)
    const flags = new Map<Rule, Map<Subject, JudgedFlag>>()
    const worded = findings.map(({ rule, subject: found }) => {
      const subject = settled.get(found) ?? found
      const flag = before?.flags.get(rule)?.get(subject) ?? judgedFlag({ rule, subject }, evaluator)
      const ofRule = flags.get(rule) ?? new Map<Subject, JudgedFlag>()
      flags.set(rule, ofRule.set(subject, flag))
      return flag
    })
    remembered.delete(programme)
    remembered.set(programme, { subjects: subjectsById(settled.values()), flags })
    const [oldest] = remembered.keys()
    if (remembered.size > PROGRAMMES_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
    return worded
  }
}

/** Every subject of the findings, with the object that stood for it before where nothing of it has changed. */
function settledSubjects(findings: readonly Finding[], before: Said | undefined): Map<Subject, Subject> {
  const settled = new Map<Subject, Subject>()
  for (const { subject } of findings) {
    if (settled.has(subject)) continue
    const known = before?.subjects.get(subject.kind)?.get(subject.id)
    settled.set(subject, known && sameSubject(known, subject) ? known : subject)
  }
  return settled
}

function subjectsById(subjects: Iterable<Subject>): Map<SubjectKind, Map<string, Subject>> {
  const byKind = new Map<SubjectKind, Map<string, Subject>>()
  for (const subject of subjects) {
    const ofKind = byKind.get(subject.kind) ?? new Map<string, Subject>()
    byKind.set(subject.kind, ofKind.set(subject.id, subject))
  }
  return byKind
}

/** Subjects of one kind have the same facts, so that only their values can differ. */
function sameSubject(one: Subject, other: Subject): boolean {
  if (one.title !== other.title) return false
  for (const fact in one.facts) {
    const [known, found] = [one.facts[fact], other.facts[fact]]
    if (known !== found && !sameJson(known, found)) return false
  }
  return (
    sameRecords(one.records, other.records) &&
    sameJson(one.requirements, other.requirements) &&
    sameJson(one.workstreams, other.workstreams) &&
    sameJson(one.audience, other.audience)
  )
}

function sameRecords(one: readonly RecordRef[], other: readonly RecordRef[]): boolean {
  return (
    one.length === other.length &&
    one.every((ref, index) => {
      const same = other[index]
      return ref.id === same?.id && ref.title === same.title && ref.kind === same.kind
    })
  )
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
