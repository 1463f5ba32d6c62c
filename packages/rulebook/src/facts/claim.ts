import type { Claim, LevelFigures, RecordRef } from '@workplan/domain'
import { type AddsUp, addsUp } from './adds-up.ts'
import { answerTitle, figuresOf } from './ambition.ts'
import { claimFacts } from './claim-facts.ts'
import { type FactContext, recordRef, requirementRef } from './context.ts'
import { subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

const claimSubject = subjectMaker('claim', claimFacts)

/** One subject for each published claim. */
export function claimSubjects(context: FactContext): Subject[] {
  return context.state.records.claim.map((claim) => {
    const recomputed = recompute(claim, context)
    const compared = recomputed ? compare(claim.figures, recomputed.figures) : null
    const differing = compared?.filter(({ difference }) => difference > 0) ?? null
    const about = claim.about.flatMap((id) => context.requirements.get(id) ?? [])
    const sum = sumOf(claim)
    const mostly = mostlyAtLevel(claim, context)
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
          ...(mostly?.records ?? []),
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
          differing?.map(
            ({ what, published, found }) => `${what} (${published}% published, ${found}% in the records)`,
          ) ?? null,
        partsTotal: sum?.total ?? null,
        partsShouldBe: sum?.shouldBe ?? null,
        partsOffBy: sum?.offBy ?? null,
        claimedLevel: mostly?.level ?? null,
        percentAtClaimedLevel: mostly?.percent ?? null,
        letterGiven: letters?.given ?? null,
        letterFromText: letters?.textSuggests ?? null,
      },
    )
  })
}

/** What published parts add up to; null when the claim has none, or no total to hold them against. */
function sumOf({ check, figures }: Claim): (AddsUp & { shouldBe: number }) | null {
  if (check?.kind === 'percent-at-level') {
    const shares = Object.entries(figures).flatMap(([key, share]) => (/^[0-5]$/.test(key) ? [share] : []))
    return shares.length < 2 ? null : { ...addsUp(shares, 100, 0.1), shouldBe: 100 }
  }
  if (check?.kind !== 'parts-and-total') return null
  const parts = check.parts.flatMap((name) => figures[name] ?? [])
  const shouldBe = figures[check.total]
  if (shouldBe === undefined || parts.length < check.parts.length) return null
  return { ...addsUp(parts, shouldBe, 0), shouldBe }
}

/** The share of answered measures at the level at which most are said to stand; null when there is no current round. */
function mostlyAtLevel({ check }: Claim, context: FactContext) {
  if (check?.kind !== 'mostly-at-level') return null
  const round = context.currentAssessments.get(check.framework)
  if (!round) return null
  const measures = context.requirements.all.filter((entry) => entry.framework === check.framework)
  const { percentAtLevelOfAnswered } = figuresOf(measures, context)
  return {
    level: check.level,
    percent: percentAtLevelOfAnswered[check.level],
    records: [recordRef('assessment', round, round.title)],
  }
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
