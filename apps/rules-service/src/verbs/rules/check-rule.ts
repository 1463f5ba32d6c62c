import type { RuleCaseCheck, RuleCheck, RuleDocument, RuleProblem, RuleTrialInput } from '@workplan/domain'
import { type CheckedCase, checkRuleWithReference, type NamedConditions } from '@workplan/rulebook'
import { conditionView } from '../../rules/condition-view.ts'
import { documentOf } from '../../rules/own-rule.ts'
import { missingInConditions } from './missing-in-conditions.ts'

/** Stands in for what a draft does not say yet, so that its conditions and cases can be judged meanwhile. */
const STAND_IN = {
  title: 'Title',
  severity: 'medium',
  source: { framework: 'Framework', locator: 'Place' },
  why: 'Why',
  message: 'Message',
  remedy: 'Remedy',
} as const

/**
 * Everything that stands against publishing a rule, and how its cases come out with our evaluator and with
 * json-rules-engine, also while other parts of it are still missing.
 */
export async function checkRule(input: RuleTrialInput, conditions: NamedConditions): Promise<RuleCheck> {
  const document = documentOf({ id: 'own.draft', version: 1, document: input.document, until: null })
  const checked = await checkRuleWithReference(document, input.cases, conditions)
  const judged =
    checked.when && checked.cases.length > 0
      ? checked
      : await checkRuleWithReference({ ...document, ...STAND_IN }, input.cases.map(named), conditions)
  const problems = problemsOf(input, [...checked.problems, ...judged.problems])
  const { subject } = input.document
  return {
    ready: problems.length === 0,
    problems,
    cases: input.cases.map((entry, index) => caseCheck(entry, judged.cases[index])),
    conditions: judged.when && subject ? conditionView(judged.when, subject, false) : null,
  }
}

function named(entry: RuleTrialInput['cases'][number]): RuleTrialInput['cases'][number] {
  return { ...entry, name: entry.name.trim() || 'Case' }
}

/** Everything once; what is missing is said in our words, and nothing else of that place. */
function problemsOf(
  input: RuleTrialInput,
  found: readonly { place: string; problem: string }[],
): RuleProblem[] {
  const missing = missingIn(input)
  const isMissing = (place: string) =>
    missing.some((problem) => place === problem.place || place.startsWith(`${problem.place}.`))
  const others = found
    .filter(({ place }) => !isMissing(place))
    .map(({ place, problem }) => ({ place, message: problem }))
  const once = new Map(others.map((problem) => [`${problem.place} ${problem.message}`, problem]))
  return [...missing, ...once.values()]
}

function missingIn({ document, cases }: RuleTrialInput): RuleProblem[] {
  return [
    ...Object.entries(WANTED).flatMap(([place, { has, message }]) =>
      has(document) ? [] : [{ place, message }],
    ),
    ...missingInConditions(document.when),
    ...cases.flatMap(({ name }, index) =>
      name.trim() === '' ? [{ place: `cases.${index}.name`, message: 'Say what the case is' }] : [],
    ),
  ]
}

const WANTED: Record<string, { has: (document: RuleDocument) => boolean; message: string }> = {
  title: { has: ({ title }) => title !== '', message: 'Give it a title' },
  subject: { has: ({ subject }) => subject !== null, message: 'Choose what it is about' },
  severity: { has: ({ severity }) => severity !== null, message: 'Choose how serious it is' },
  'source.framework': {
    has: ({ source }) => source.framework !== '',
    message: 'Name the framework, law or decision that it comes from',
  },
  'source.locator': { has: ({ source }) => source.locator !== '', message: 'Say where in it' },
  why: { has: ({ why }) => why !== '', message: 'Say why it matters' },
  when: { has: ({ when }) => when !== null && when !== undefined, message: 'Add at least one condition' },
  message: { has: ({ message }) => message !== '', message: 'Write the sentence that the flag shows' },
  remedy: { has: ({ remedy }) => remedy !== '', message: 'Say what would clear the flag' },
}

const FLAGS = { holds: true, 'does-not-hold': false, 'not-assessable': 'not-assessable' } as const

function caseCheck(
  { name, flags: expected }: RuleTrialInput['cases'][number],
  judged: CheckedCase | undefined,
): RuleCaseCheck {
  if (!judged || judged.verdict === null)
    return { name, expected, verdict: null, reference: null, agrees: null }
  const { verdict, reference } = judged
  const referenceAgrees = reference === null || reference === (verdict === 'holds')
  return { name, expected, verdict, reference, agrees: FLAGS[verdict] === expected && referenceAgrees }
}
