import type { SubjectFactsView } from '@workplan/domain'
import { kindWords, keptMine, severityWords, type Choices, type ContestedField } from '@workplan/shell'
import { readingKey, readingsOf, type ConditionDraft } from './condition-draft.ts'
import { factValueInWords } from './fact-words.ts'
import type { RuleDraft } from './rule-draft.ts'

/** Two people wrote on a rule: what one started from and wrote, and what the other left. */
export interface RuleContest {
  base: RuleDraft
  mine: RuleDraft
  theirs: RuleDraft
}

interface Part {
  key: string
  label: string
  fields: readonly (keyof RuleDraft)[]
  text: (draft: RuleDraft, facts: SubjectFactsView | undefined) => string
}

const NOTHING = 'Nothing yet'

/** Parts of a rule that make sense by themselves: conditions and cases belong to what the rule is about. */
const PARTS: readonly Part[] = [
  { key: 'title', label: 'Title', fields: ['title'], text: ({ title }) => title },
  {
    key: 'severity',
    label: 'Severity',
    fields: ['severity'],
    text: ({ severity }) => (severity ? severityWords[severity] : ''),
  },
  { key: 'why', label: 'Why the rule exists', fields: ['why'], text: ({ why }) => why },
  {
    key: 'source',
    label: 'Source',
    fields: ['framework', 'locator', 'sourceText', 'sourceUrl'],
    text: ({ framework, locator, sourceText, sourceUrl }) =>
      [framework, locator, sourceText, sourceUrl].filter(Boolean).join(', '),
  },
  {
    key: 'conditions',
    label: 'What it is about, when it raises a flag, and its cases',
    fields: ['subject', 'when', 'requires', 'cases'],
    text: conditionsInWords,
  },
  { key: 'message', label: 'What the flag says', fields: ['message'], text: ({ message }) => message },
  { key: 'remedy', label: 'What would clear it', fields: ['remedy'], text: ({ remedy }) => remedy },
]

/** The parts of a rule as both left them. */
export function contestedParts(
  { base, mine, theirs }: RuleContest,
  allFacts: readonly SubjectFactsView[],
): ContestedField[] {
  const textOf = (part: Part, draft: RuleDraft) =>
    part
      .text(
        draft,
        allFacts.find(({ kind }) => kind === draft.subject),
      )
      .trim() || NOTHING
  return PARTS.map((part) => ({
    key: part.key,
    label: part.label,
    base: textOf(part, base),
    mine: textOf(part, mine),
    theirs: textOf(part, theirs),
  }))
}

/** The rule that follows from the choices: theirs, with my parts where I keep mine. */
export function settleRule(
  contest: RuleContest,
  allFacts: readonly SubjectFactsView[],
  choices: Choices,
): RuleDraft {
  const kept = new Set(keptMine(contestedParts(contest, allFacts), choices))
  const fields = PARTS.filter(({ key }) => kept.has(key)).flatMap((part) => part.fields)
  return { ...contest.theirs, ...Object.fromEntries(fields.map((field) => [field, contest.mine[field]])) }
}

function conditionsInWords(
  { subject, when, requires, cases }: RuleDraft,
  facts: SubjectFactsView | undefined,
): string {
  if (!subject) return ''
  const labelOf = (name: string) => facts?.facts.find((fact) => fact.name === name)?.label ?? name
  return [
    `About: ${kindWords(subject)}`,
    ...linesOf(when, facts),
    ...(requires.length > 0 ? [`Cannot be judged unless known: ${requires.map(labelOf).join(', ')}`] : []),
    ...cases.map(
      ({ name, facts: known, flags }) =>
        `Case ${name}: ${flags ? 'a flag' : 'no flag'} with ${Object.entries(known)
          .map(([fact, value]) => `${labelOf(fact)} ${factValueInWords(value)}`)
          .join(', ')}`,
    ),
  ].join('\n')
}

const GROUPS = { all: 'All of these', any: 'Any of these', none: 'None of these' } as const

/** One line for each condition, those of a group beneath it. */
function linesOf(condition: ConditionDraft, facts: SubjectFactsView | undefined, depth = 0): string[] {
  const indent = '– '.repeat(depth)
  if ('children' in condition)
    return [
      `${indent}${GROUPS[condition.kind]}:`,
      ...condition.children.flatMap((child) => linesOf(child, facts, depth + 1)),
    ]
  if (condition.kind === 'named') {
    const named = facts?.conditions.find(({ name }) => name === condition.name)
    return [`${indent}${named?.title ?? condition.name}`]
  }
  if (condition.kind === 'kept') return [`${indent}${JSON.stringify(condition.raw)}`]
  const known = facts ? readingsOf(facts) : []
  const found = known.find(({ reading }) => readingKey(reading) === readingKey(condition.reading))
  const other = known.find(({ reading }) => readingKey(reading) === readingKey(condition.other ?? null))
  const operator = found?.fact.operators.find((one) => one.operator === condition.operator)
  const right = condition.other === undefined ? condition.value : (other?.label ?? 'not chosen')
  return [
    [indent + (found?.label ?? 'Not chosen'), operator?.words ?? condition.operator, right]
      .filter(Boolean)
      .join(' '),
  ]
}
