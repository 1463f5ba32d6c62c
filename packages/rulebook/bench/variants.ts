import type { SubjectKind } from '@workplan/domain'
import { Engine, type EngineOptions, type PathResolver } from 'json-rules-engine'
import { createEvaluator } from '../src/evaluator/create-evaluator.ts'
import type { Facts } from '../src/evaluator/facts.ts'
import type { Finding } from '../src/evaluator/findings.ts'
import type { Subject } from '../src/facts/subject.ts'
import { type FactReading, readingIn, stepsOf } from '../src/rule/fact-reading.ts'
import { referenceFacts } from '../src/rule/reference/ask-reference.ts'
import { referenceDocument } from '../src/rule/reference/reference-document.ts'
import type { Condition, LeafCondition, Rule } from '../src/rule/rule.ts'
import { handWritten } from './hand-written/hand-written.ts'

/** A way to find the flags of one programme after the other. */
export type Variant = (
  rules: readonly Rule[],
) => (subjects: readonly Subject[]) => Finding[] | Promise<Finding[]>

export const RE_USED = 'json-rules-engine, re-used'
export const OWN_RESOLVER = 'json-rules-engine, own path resolver'
export const HAND_WRITTEN = 'predicates written by hand'
export const WORKPLAN = 'Workplan'

/** The ways that are compared, by the name that the table gives them. */
export const VARIANTS = {
  [RE_USED]: withEngine,
  [OWN_RESOLVER]: withOwnResolver,
  [HAND_WRITTEN]: withPredicates,
  [WORKPLAN]: explaining(() => []),
  'Workplan, one flag explained': explaining((flags) => flags.slice(-1)),
  'Workplan, every flag explained': explaining((flags) => flags),
} as const satisfies Record<string, Variant>

export type VariantName = keyof typeof VARIANTS

export const VARIANT_NAMES = Object.keys(VARIANTS) as VariantName[]

/** Whether a variant is json-rules-engine, which is hundreds of times slower than the others. */
export function isEngine(name: VariantName): boolean {
  return name === RE_USED || name === OWN_RESOLVER
}

/** The latest explanations, kept so that making them cannot be optimised away. */
const explained: unknown[] = []

/** Our evaluator, and the explanations of those flags of each programme that are asked for. */
function explaining(asked: (flags: readonly Finding[]) => readonly Finding[]): Variant {
  return (rules) => {
    const evaluator = createEvaluator(rules)
    return (subjects) => {
      const { holding } = evaluator.judge(subjects)
      explained[0] = asked(holding).map(evaluator.explain)
      return holding
    }
  }
}

/** One engine for each kind of subject, made once and given the facts of one subject after the other. */
function withEngine(rules: readonly Rule[]): ReturnType<Variant> {
  const engines = enginesOf(rules, {}, (condition) => condition)
  return flagsOf(engines, ({ facts }) => referenceFacts(facts))
}

/**
 * The same, tuned: a subject's facts are given as one fact, and read by paths, which are already parsed, in place of
 * the library's JSONPath.
 */
function withOwnResolver(rules: readonly Rule[]): ReturnType<Variant> {
  const steps = new Map<string, readonly string[]>()
  const pathResolver: PathResolver = (value, path) => {
    let found: unknown = value
    for (const step of steps.get(path) ?? []) found = (found as Record<string, unknown>)[step]
    return found
  }
  const asPath = (reading: FactReading) => {
    const way = [reading.fact, ...stepsOf(reading).map(String)]
    const path = `$.${way.join('.')}`
    steps.set(path, way)
    return { fact: 'subject', path }
  }
  const rewrite: Rewrite = (leaf) => {
    const other = readingIn(leaf.value)
    return { ...asPath(leaf), operator: leaf.operator, value: other ? asPath(other) : leaf.value }
  }
  return flagsOf(enginesOf(rules, { pathResolver }, rewrite), ({ facts }) => ({ subject: facts }))
}

type Rewrite = (leaf: LeafCondition) => LeafCondition

interface EngineOfKind {
  engine: Engine
  rules: ReadonlyMap<string, Rule>
}

function enginesOf(
  rules: readonly Rule[],
  options: EngineOptions,
  rewrite: Rewrite,
): ReadonlyMap<SubjectKind, EngineOfKind> {
  const engineOf = (ofKind: readonly Rule[]): EngineOfKind => {
    const engine = new Engine([], options)
    for (const rule of ofKind) {
      const { conditions, named } = referenceDocument(withLeaves(rule.when, rewrite))
      for (const [name, behind] of named) engine.setCondition(name, behind)
      engine.addRule({ name: rule.id, conditions, event: { type: rule.id } })
    }
    return { engine, rules: new Map(ofKind.map((rule) => [rule.id, rule])) }
  }
  return new Map(
    [...Map.groupBy(rules, ({ subject }) => subject)].map(([kind, ofKind]) => [kind, engineOf(ofKind)]),
  )
}

function flagsOf(
  engines: ReadonlyMap<SubjectKind, EngineOfKind>,
  factsOf: (subject: Subject) => Record<string, unknown>,
): ReturnType<Variant> {
  return async (subjects) => {
    const found: Finding[] = []
    for (const subject of subjects) {
      const kind = engines.get(subject.kind)
      if (!kind) continue
      const { results } = await kind.engine.run(factsOf(subject))
      for (const { name } of results) found.push({ rule: kind.rules.get(name) as Rule, subject })
    }
    return found
  }
}

function withLeaves(condition: Condition, rewrite: Rewrite): Condition {
  const inside = (child: Condition) => withLeaves(child, rewrite)
  if ('all' in condition) return { all: condition.all.map(inside) }
  if ('any' in condition) return { any: condition.any.map(inside) }
  if ('not' in condition) return { not: inside(condition.not) }
  if (!('named' in condition)) return rewrite(condition)
  return { ...condition, named: { ...condition.named, when: inside(condition.named.when) } }
}

/** A list of predicates for each kind of subject. */
function withPredicates(rules: readonly Rule[]): ReturnType<Variant> {
  const byKind = Map.groupBy(
    rules.map((rule) => ({ rule, flags: predicateFor(rule) })),
    ({ rule }) => rule.subject,
  )
  return (subjects) => {
    const found: Finding[] = []
    for (const subject of subjects)
      for (const { rule, flags } of byKind.get(subject.kind) ?? [])
        if (flags(subject.facts)) found.push({ rule, subject })
    return found
  }
}

function predicateFor({ id }: Rule): (facts: Facts) => boolean {
  const predicate = handWritten(id)
  if (!predicate) throw new Error(`nobody has written out the rule ${id} in bench/hand-written`)
  return predicate
}
