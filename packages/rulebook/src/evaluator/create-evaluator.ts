import type { SubjectKind } from '@workplan/domain'
import { factCatalogue } from '../facts/catalogue.ts'
import type { Subject } from '../facts/subject.ts'
import type { Rule } from '../rule/rule.ts'
import { failingBits, holdingBits } from './columns/combine.ts'
import { compileProgram, type Program } from './columns/compile-program.ts'
import { runTests } from './columns/run-tests.ts'
import { bitsWithin, lowestBit } from './columns/truth-rows.ts'
import { compileExplanation, type Explain } from './explain.ts'
import type { Facts } from './facts.ts'
import type { Evaluator, Finding, Findings } from './findings.ts'
import { compileMessage } from './message.ts'

interface RulesOfKind {
  rules: Rule[]
  program: Program
}

interface Wording {
  message: (facts: Facts) => string
  explain: Explain
}

/**
 * An evaluator for these rules, compiled once. Findings come kind by kind, then in the order of the rules, then of the
 * subjects.
 */
export function createEvaluator(rules: readonly Rule[]): Evaluator {
  const byKind = Map.groupBy(rules, ({ subject }) => subject)
  const programs = new Map<SubjectKind, RulesOfKind>(
    [...byKind].map(([kind, ofKind]) => [kind, { rules: ofKind, program: compileProgram(ofKind) }]),
  )
  const wordings = new Map(rules.map((rule) => [rule, wordingOf(rule)]))
  const wording = (rule: Rule): Wording => {
    const found = wordings.get(rule)
    if (!found) throw new Error(`the rule ${rule.id} is not one of this evaluator`)
    return found
  }
  return {
    rules,
    judge: (subjects) => judge(subjects, programs),
    message: ({ rule, subject }) => wording(rule).message(subject.facts),
    explain: ({ rule, subject }) => wording(rule).explain(subject.facts),
  }
}

function wordingOf(rule: Rule): Wording {
  const declared = factCatalogue[rule.subject] ?? {}
  return { message: compileMessage(rule.message, declared), explain: compileExplanation(rule, declared) }
}

function judge(subjects: readonly Subject[], programs: ReadonlyMap<SubjectKind, RulesOfKind>): Findings {
  const findings: Findings = { holding: [], notAssessable: [] }
  for (const [kind, ofKind] of byKindOf(subjects)) {
    const compiled = programs.get(kind)
    if (compiled) judgeKind(compiled, ofKind, findings)
  }
  return findings
}

function judgeKind(
  { rules, program }: RulesOfKind,
  { subjects, facts }: SubjectsOfKind,
  found: Findings,
): void {
  const rows = runTests(program, facts)
  for (const [index, compiled] of program.rules.entries()) {
    const rule = rules[index] as Rule
    for (let word = 0; word < rows.words; word += 1) {
      const holding = holdingBits(compiled, rows, word)
      const failing = failingBits(compiled, rows, word)
      const unsaid = ~(holding | failing) & bitsWithin(word, subjects.length)
      addFindings(found.holding, rule, subjects, word, holding)
      addFindings(found.notAssessable, rule, subjects, word, unsaid)
    }
  }
}

/** Adds a finding for every subject whose bit is set in a word. */
function addFindings(
  findings: Finding[],
  rule: Rule,
  subjects: readonly Subject[],
  word: number,
  bits: number,
): void {
  for (let left = bits; left !== 0; left &= left - 1)
    findings.push({ rule, subject: subjects[(word << 5) + lowestBit(left)] as Subject })
}

interface SubjectsOfKind {
  subjects: Subject[]
  facts: Facts[]
}

/** Subjects by kind, in the order in which the kinds first come. Those of one kind mostly stand together. */
function byKindOf(subjects: readonly Subject[]): Map<SubjectKind, SubjectsOfKind> {
  const kinds = new Map<SubjectKind, SubjectsOfKind>()
  let kind: SubjectKind | null = null
  let group: SubjectsOfKind = { subjects: [], facts: [] }
  for (const subject of subjects) {
    if (subject.kind !== kind) {
      kind = subject.kind
      group = kinds.get(kind) ?? { subjects: [], facts: [] }
      kinds.set(kind, group)
    }
    group.subjects.push(subject)
    group.facts.push(subject.facts)
  }
  return kinds
}
