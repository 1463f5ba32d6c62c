import {
  flagId,
  type FrameworkLibrary,
  type IsoDate,
  type ProgrammeState,
  type RecordRef,
} from '@workplan/domain'
import {
  emptyMemory,
  type Evaluator,
  type FactMemory,
  type Finding,
  peopleOf,
  type Rule,
  type Subject,
  subjectsOf,
} from '@workplan/rulebook'
import type { JudgedFlag } from '../store/programme.ts'
import { sameJson } from '../store/same-json.ts'

/** Programmes whose last flags are remembered. */
const PROGRAMMES_REMEMBERED = 64

/** A subject with what these rules say of it. */
interface Standing {
  subject: Subject
  evaluator: Evaluator | null
  flags: readonly { rule: Rule; flag: JudgedFlag }[]
}

/** The flags of subjects of one kind in order, with what they were put in order from. */
interface OrderedKind {
  evaluator: Evaluator
  of: readonly Standing[]
  flags: readonly JudgedFlag[]
}

/** What is remembered of a programme. */
interface Said {
  facts: FactMemory
  standings: readonly Standing[]
  kinds: Map<string, OrderedKind>
}

/**
 * Judges programmes, and remembers each: only subjects that rest on something that has changed are judged again, and a flag
 * whose rule and subject are as they were is the same object as before. The flags are those of judging everything anew, in
 * the same order.
 */
export function createJudge(
  library: FrameworkLibrary,
): (state: ProgrammeState, asAt: IsoDate, evaluator: Evaluator) => JudgedFlag[] {
  const remembered = new Map<string, Said>()
  const standingOf = new WeakMap<Subject, Standing>()

  /** The standing of a subject: of the same object, or of one before it with the same content. */
  function settle(found: readonly Subject[], before: readonly Standing[]): Standing[] {
    let byId: ReadonlyMap<string, Standing> | null = null
    return found.map((subject, place) => {
      const beside = before[place]
      if (beside?.subject === subject) return beside
      const known = standingOf.get(subject)
      if (known) return known
      const earlier =
        beside && isAbout(beside, subject) ? beside : (byId ??= standingsById(before)).get(keyOf(subject))
      const standing = earlier ? standingAfter(earlier, subject) : { subject, evaluator: null, flags: [] }
      standingOf.set(subject, standing)
      return standing
    })
  }

  return (state, asAt, evaluator) => {
    const { id } = state.programme
    const said = remembered.get(id) ?? { facts: emptyMemory(), standings: [], kinds: new Map() }
    const standings = settle(subjectsOf(state, library, asAt, said.facts), said.standings)
    bringUpToDate(standings, evaluator)
    remembered.delete(id)
    remembered.set(id, { ...said, standings })
    const [oldest] = remembered.keys()
    if (remembered.size > PROGRAMMES_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
    return flagsInOrder(standings, evaluator, said.kinds)
  }
}

/** The standing before when the subject is as it was. Otherwise a new one, with whatever lists are the same. */
function standingAfter(earlier: Standing, subject: Subject): Standing {
  const before = earlier.subject
  if (sameSubject(before, subject)) return earlier
  const kept = {
    ...(sameRecords(before.records, subject.records) && { records: before.records }),
    ...(sameJson(before.requirements, subject.requirements) && { requirements: before.requirements }),
    ...(sameJson(before.workstreams, subject.workstreams) && { workstreams: before.workstreams }),
  }
  return { subject: { ...subject, ...kept }, evaluator: null, flags: [] }
}

function keyOf({ kind, id }: Subject): string {
  return `${kind}/${id}`
}

function isAbout({ subject }: Standing, { kind, id }: Subject): boolean {
  return subject.id === id && subject.kind === kind
}

function standingsById(standings: readonly Standing[]): Map<string, Standing> {
  return new Map(standings.map((standing) => [keyOf(standing.subject), standing]))
}

/** Judges the subjects that these rules have not judged yet. */
function bringUpToDate(standings: readonly Standing[], evaluator: Evaluator): void {
  const behind = standings.filter((standing) => standing.evaluator !== evaluator)
  const { holding } = evaluator.judge(behind.map(({ subject }) => subject))
  const findings = Map.groupBy(holding, ({ subject }) => subject)
  for (const standing of behind) {
    const before = new Map(standing.flags.map(({ rule, flag }) => [rule, flag]))
    standing.flags = (findings.get(standing.subject) ?? []).map((finding) => ({
      rule: finding.rule,
      flag: before.get(finding.rule) ?? judgedFlag(finding, evaluator),
    }))
    standing.evaluator = evaluator
  }
}

/** Kind by kind, then in the order of the rules, then of the subjects: as the evaluator says it of all at once. */
function flagsInOrder(
  standings: readonly Standing[],
  evaluator: Evaluator,
  known: Map<string, OrderedKind>,
): JudgedFlag[] {
  return runsOfKinds(standings).flatMap(({ kind, start, end }) => {
    const before = known.get(kind)
    if (before?.evaluator === evaluator && hasRun(standings, start, end, before.of)) return before.flags
    const of = standings.slice(start, end)
    const flags = inOrder(of, evaluator)
    known.set(kind, { evaluator, of, flags })
    return flags
  })
}

/** Where each kind begins and ends: subjects of one kind stand together. */
function runsOfKinds(standings: readonly Standing[]): { kind: string; start: number; end: number }[] {
  const runs: { kind: string; start: number; end: number }[] = []
  for (const [place, { subject }] of standings.entries()) {
    const run = runs.at(-1)
    if (run?.kind === subject.kind) run.end = place + 1
    else runs.push({ kind: subject.kind, start: place, end: place + 1 })
  }
  return runs
}

function hasRun<Item>(all: readonly Item[], start: number, end: number, run: readonly Item[]): boolean {
  if (run.length !== end - start) return false
  for (let place = 0; place < run.length; place += 1) if (all[start + place] !== run[place]) return false
  return true
}

function inOrder(of: readonly Standing[], { rules }: Evaluator): JudgedFlag[] {
  const byRule = new Map<Rule, JudgedFlag[]>()
  for (const { flags } of of)
    for (const { rule, flag } of flags) {
      const ofRule = byRule.get(rule)
      if (ofRule) ofRule.push(flag)
      else byRule.set(rule, [flag])
    }
  return rules.flatMap((rule) => byRule.get(rule) ?? [])
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
      return ref === same || (ref.id === same?.id && ref.title === same.title && ref.kind === same.kind)
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
