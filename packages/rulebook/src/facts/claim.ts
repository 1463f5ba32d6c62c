import type { Claim, LevelFigures, RecordRef } from '@workplan/domain'
import { answerTitle, figuresOf } from './ambition.ts'
import { type FactContext, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one published figure or statement, checked against the records. */
export const claimFacts = {
  publishedIn: { label: 'Published in', type: 'text', description: 'Where the claim was published.' },
  figuresChecked: {
    label: 'Figures that can be recomputed',
    type: 'number',
    unit: 'figure',
    description: 'Published figures that the records allow to recompute; not known when none can be.',
  },
  figuresDiffering: {
    label: 'Figures that differ from the records',
    type: 'number',
    unit: 'figure',
    description: 'Of the figures recomputed, those that come out otherwise.',
  },
  largestDifference: {
    label: 'Largest difference',
    type: 'number',
    unit: 'percentage point',
    description: 'The largest difference between a published and a recomputed percentage, to one decimal.',
  },
  differences: {
    label: 'Published and recomputed',
    type: 'list',
    description: 'Each figure that differs: what was published and what the records give.',
  },
  letterGiven: {
    label: 'Letter given',
    type: 'text',
    description: 'The letter of the option that was given.',
  },
  letterFromText: {
    label: 'Letter that the text fits',
    type: 'text',
    description: "The letter of the option that the answer's own text fits.",
  },
} as const satisfies SubjectFacts

const claimSubject = subjectMaker('claim', claimFacts)

/** One subject for each published claim. */
export function claimSubjects(context: FactContext): Subject[] {
  return context.state.records.claim.map((claim) => {
    const recomputed = recompute(claim, context)
    const compared = recomputed ? compare(claim.figures, recomputed.figures) : null
    const differing = compared?.filter(({ difference }) => difference > 0) ?? null
    const about = claim.about.flatMap((id) => context.requirements.get(id) ?? [])
    const letters = claim.check?.kind === 'letter-and-text' ? claim.check : null
    return claimSubject(
      {
        id: claim.id,
        title: claim.title,
        audience: ['all'],
        workstreams: [],
        requirements: context.countsUnder(about.map((entry) => entry.id)),
        records: [
          recordRef('claim', claim, claim.title),
          ...about.map(requirementRef),
          ...(recomputed?.records ?? []),
          ...context.state.records['foi-answer']
            .filter((answer) => claim.about.includes(answer.id))
            .map((answer) =>
              recordRef('foi-answer', answer, `Question ${answer.number}: ${answer.question}`),
            ),
        ],
      },
      {
        publishedIn: claim.publishedIn,
        figuresChecked: compared?.length ?? null,
        figuresDiffering: differing?.length ?? null,
        largestDifference: compared ? Math.max(0, ...compared.map(({ difference }) => difference)) : null,
        differences:
          differing?.map(({ what, published, found }) => `${what} ${published}%, records ${found}%`) ?? null,
        letterGiven: letters?.given ?? null,
        letterFromText: letters?.textSuggests ?? null,
      },
    )
  })
}

interface Recomputed {
  figures: LevelFigures
  records: RecordRef[]
}

/** The percentages of an ambition from the answers of the current round; null when nothing can be recomputed. */
function recompute({ check }: Claim, context: FactContext): Recomputed | null {
  if (check?.kind !== 'percent-at-level') return null
  const below = context.requirements.withDescendants(check.ambition)
  const round = below[0] && context.currentAssessments.get(below[0].framework)
  if (!round) return null
  const answers = below.flatMap((entry) => context.answers.get(entry.id) ?? [])
  return {
    figures: figuresOf(below, context),
    records: [
      recordRef('assessment', round, round.title),
      ...answers.map((answer) => recordRef('answer', answer, answerTitle(answer.measure, context))),
    ],
  }
}

interface Compared {
  what: string
  published: number
  found: number
  /** In percentage points, to one decimal. */
  difference: number
}

function compare(published: Claim['figures'], { percentAtLevel, level3AndAbove }: LevelFigures): Compared[] {
  const found: Record<string, number | null> = { ...percentAtLevel, level3AndAbove: level3AndAbove.percent }
  return Object.entries(published).flatMap(([key, figure]) => {
    const value = found[key]
    if (value === undefined || value === null) return []
    const what = key === 'level3AndAbove' ? 'level 3 and above' : `level ${key}`
    return [
      { what, published: figure, found: value, difference: Math.round(Math.abs(figure - value) * 10) / 10 },
    ]
  })
}
