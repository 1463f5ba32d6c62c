import type { Answer, Requirement } from '@workplan/domain'
import { hasSignal, isPlaceholder, plainWords } from '../lexicon/read-signals.ts'
import { isLive } from '../links/requirement-links.ts'
import { audienceInWords, covers } from './audience.ts'
import { daysSince, type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { hoursNotCoveredFor } from './coverage-requirement.ts'
import { type FactsOf, subjectMaker } from './declaration.ts'
import { measureFacts } from './measure-facts.ts'
import type { Subject } from './subject.ts'
import { taskRefs, workstreamsOf } from './work-counts.ts'

const measureSubject = subjectMaker('measure', measureFacts)

/** One subject for each scored measure of a framework that has a current round; without a round there is nothing to judge. */
export function measureSubjects(context: FactContext): Subject[] {
  const repeats = countRepeats(context.answers.values())
  return context.requirements.all
    .filter((entry) => entry.kind === 'measure' && entry.scored)
    .flatMap((measure) => {
      const round = context.currentAssessments.get(measure.framework)
      if (!round) return []
      const answer = context.answers.get(measure.id)
      const duties = dutiesFor(measure, context)
      const tasks = context.links.tasksOf(measure.id).filter(isLive)
      const tasksAbove = context.links.inheritedTasksOf(measure.id).filter(isLive)
      const coverage = hoursNotCoveredFor(measure.id, context)
      const workstreams = [answer?.workstream ?? null, ...context.links.workstreamsOf(measure.id)]
      return measureSubject(
        {
          id: measure.id,
          title: numbered(measure),
          audience: measure.audience,
          workstreams: [...workstreams, ...workstreamsOf(tasks)],
          requirements: context.countsUnder([measure.id]),
          records: [
            requirementRef(measure),
            ...(answer ? [recordRef('answer', answer, `Answer to ${numbered(measure)}`)] : []),
            recordRef('assessment', round, round.title),
            ...duties.slice(0, 1).map(requirementRef),
            ...taskRefs([...tasks, ...tasksAbove]),
            ...coverage.records,
          ],
        },
        {
          number: measure.number,
          audience: audienceInWords(measure.audience),
          answerState: answer?.state ?? 'unanswered',
          dutiesForAudience: duties.length,
          dutyForAudience: duties[0]?.title ?? null,
          ...answerFacts(answer, context, answer ? (repeats.get(answer) ?? 0) : null),
          liveTasks: tasks.length,
          liveTasksAbove: tasksAbove.length,
          workstreamNamed: workstreams.some((workstream) => workstream !== null),
          hoursNotCovered: coverage.hours,
        },
      )
    })
}

type AnswerFact =
  | 'level'
  | 'evidenceState'
  | 'evidenceAsksQuestion'
  | 'evidenceToBeConfirmed'
  | 'evidenceIsPlaceholder'
  | 'sameEvidenceElsewhere'
  | 'evidenceAgeDays'
  | 'gapStated'
  | 'gapNotKnown'
  | 'hasNextStep'
  | 'answersSomethingElse'
  | 'answeredFor'

function answerFacts(
  answer: Answer | undefined,
  { asAt }: FactContext,
  repeats: number | null,
): Pick<FactsOf<typeof measureFacts>, AnswerFact> {
  const gap = answer?.gap ?? null
  const gapNotKnown = hasSignal('not-known', gap) || hasSignal('to-be-confirmed', gap)
  return {
    level: answer?.level ?? null,
    evidenceState: answer?.evidenceState ?? null,
    evidenceAsksQuestion: answer
      ? answer.evidenceState === 'query' || hasSignal('question', answer.evidence)
      : null,
    evidenceToBeConfirmed: answer
      ? answer.evidenceState === 'to-be-confirmed' || hasSignal('to-be-confirmed', answer.evidence)
      : null,
    evidenceIsPlaceholder: answer ? answer.evidenceState === 'bare' || isPlaceholder(answer.evidence) : null,
    sameEvidenceElsewhere: repeats,
    evidenceAgeDays: daysSince(answer?.evidenceDate ?? null, asAt),
    gapStated: answer ? gap !== null && !answer.gapIsNil : null,
    gapNotKnown: answer ? gapNotKnown && !answer.gapIsNil : null,
    hasNextStep: answer ? answer.nextStep !== null : null,
    answersSomethingElse: answer ? answer.answeredFor !== null : null,
    answeredFor: answer?.answeredFor ?? null,
  }
}

/** Duties that cover everyone a measure is about, the legal duty first. */
function dutiesFor(measure: Requirement, context: FactContext): Requirement[] {
  const duties = context.requirements.all.filter(
    (entry) => entry.kind === 'duty' && covers(entry.audience, measure.audience),
  )
  return duties.toSorted(
    (one, other) => Number(other.dutyType === 'legal-duty') - Number(one.dutyType === 'legal-duty'),
  )
}

/** For each answer, how many others of its round have the same evidence, or are the one it is recorded as repeating. */
function countRepeats(answers: Iterable<Answer>): Map<Answer, number> {
  const all = [...answers]
  const byText = new Map<string, number>()
  const keyOf = (answer: Answer) => `${answer.assessment} ${plainWords(answer.evidence ?? '')}`
  for (const answer of all) byText.set(keyOf(answer), (byText.get(keyOf(answer)) ?? 0) + 1)
  return new Map(
    all.map((answer) => {
      if (answer.evidence === null) return [answer, 0]
      const same = (byText.get(keyOf(answer)) ?? 1) - 1
      return [answer, answer.evidenceState === 'duplicate' ? Math.max(same, answer.seeAlso.length) : same]
    }),
  )
}
