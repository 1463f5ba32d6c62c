import type { Answer, Assessment, Requirement, Task } from '@workplan/domain'
import { hasSignal, isPlaceholder } from '../lexicon/read-signals.ts'
import { isLive } from '../links/requirement-links.ts'
import type { FrameworkRequirement } from '../links/requirement-tree.ts'
import { answerTitle } from './ambition.ts'
import { audienceInWords, covers } from './audience.ts'
import { daysSince, type FactContext, numbered, recordRef, requirementRef } from './context.ts'
import { hoursNotCoveredFor } from './coverage-requirement.ts'
import { type FactsOf, subjectMaker } from './declaration.ts'
import { evidenceRepeats } from './evidence-repeats.ts'
import { measureFacts } from './measure-facts.ts'
import type { Subject } from './subject.ts'
import { taskRefs, workstreamsOf } from './work-counts.ts'

const measureSubject = subjectMaker('measure', measureFacts)

/** One subject for each scored measure of a framework that has a current round; without a round there is nothing to judge. */
export function measureSubjects(context: FactContext): Subject[] {
  const recall = context.part('measure')
  const beside = recall('beside', [], () => ({
    repeats: evidenceRepeats(context.answers.values()),
    uncarried: foundationsWithoutWorkstream(context),
    duties: dutiesInOrder(context),
  }))
  return context.requirements.all
    .filter((entry) => entry.kind === 'measure' && entry.scored)
    .flatMap((measure) => {
      const round = context.currentAssessments.get(measure.framework)
      if (!round) return []
      const tasks = context.links.tasksOf(measure.id)
      const tasksAbove = context.links.inheritedTasksOf(measure.id)
      return recall(measure.id, [measure, round, beside, tasks, tasksAbove], () =>
        measureSubjectOf(
          measure,
          round,
          { tasks: tasks.filter(isLive), tasksAbove: tasksAbove.filter(isLive) },
          beside,
          context,
        ),
      )
    })
}

/** What all measures stand beside. */
interface Beside {
  repeats: ReadonlyMap<Answer, readonly Answer[]>
  /** Foundations that no workstream carries. */
  uncarried: readonly Requirement[]
  duties: readonly Requirement[]
}

function measureSubjectOf(
  measure: FrameworkRequirement,
  round: Assessment,
  { tasks, tasksAbove }: { tasks: readonly Task[]; tasksAbove: readonly Task[] },
  beside: Beside,
  context: FactContext,
): Subject {
  const answer = context.answers.get(measure.id)
  const sameEvidence = (answer && beside.repeats.get(answer)) ?? []
  const foundations = beside.uncarried.filter(({ themes }) =>
    themes.some((theme) => measure.themes.includes(theme)),
  )
  const duties = beside.duties.filter((duty) => covers(duty.audience, measure.audience))
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
        ...sameEvidence.map((other) => recordRef('answer', other, answerTitle(other.measure, context))),
        ...foundations.map(requirementRef),
      ],
    },
    {
      number: measure.number,
      audience: audienceInWords(measure.audience),
      answerState: answer?.state ?? 'unanswered',
      dutiesForAudience: duties.length,
      dutyForAudience: duties[0]?.title ?? null,
      ...answerFacts(answer, context),
      sameEvidenceElsewhere: answer ? sameEvidence.length : null,
      liveTasks: tasks.length,
      liveTasksAbove: tasksAbove.length,
      workstreamNamed: workstreams.some((workstream) => workstream !== null),
      hoursNotCovered: coverage.hours,
      percentCovered: coverage.percentCovered,
      foundationsWithoutWorkstream: foundations.map(({ title }) => title),
      foundationsWithoutWorkstreamCount: foundations.length,
    },
  )
}

type AnswerFact =
  | 'level'
  | 'evidenceState'
  | 'evidenceInWords'
  | 'evidenceStillToCome'
  | 'evidenceAsksQuestion'
  | 'evidenceToBeConfirmed'
  | 'evidenceIsPlaceholder'
  | 'evidenceAgeDays'
  | 'gapStated'
  | 'gapNotKnown'
  | 'gapSaysNoPlan'
  | 'hasNextStep'
  | 'answersSomethingElse'
  | 'answeredFor'

function answerFacts(
  answer: Answer | undefined,
  { asAt }: FactContext,
): Pick<FactsOf<typeof measureFacts>, AnswerFact> {
  const gap = answer?.gap ?? null
  const gapNotKnown = hasSignal('not-known', gap) || hasSignal('to-be-confirmed', gap)
  return {
    level: answer?.level ?? null,
    evidenceState: answer?.evidenceState ?? null,
    evidenceInWords: answer ? EVIDENCE_WORDS[answer.evidenceState] : null,
    evidenceStillToCome: answer
      ? answer.evidenceState === 'pending' || hasSignal('still-to-come', answer.evidence)
      : null,
    evidenceAsksQuestion: answer
      ? answer.evidenceState === 'query' || hasSignal('question', answer.evidence)
      : null,
    evidenceToBeConfirmed: answer
      ? answer.evidenceState === 'to-be-confirmed' || hasSignal('to-be-confirmed', answer.evidence)
      : null,
    evidenceIsPlaceholder: answer ? answer.evidenceState === 'bare' || isPlaceholder(answer.evidence) : null,
    evidenceAgeDays: daysSince(answer?.evidenceDate ?? null, asAt),
    gapStated: answer ? gap !== null && !answer.gapIsNil : null,
    gapNotKnown: answer ? gapNotKnown && !answer.gapIsNil : null,
    gapSaysNoPlan: answer ? hasSignal('no-plan', gap) && !answer.gapIsNil : null,
    hasNextStep: answer ? answer.nextStep !== null : null,
    answersSomethingElse: answer ? answer.answeredFor !== null : null,
    answeredFor: answer?.answeredFor ?? null,
  }
}

/** Every duty, the legal duty first. */
function dutiesInOrder(context: FactContext): Requirement[] {
  const duties = context.requirements.all.filter((entry) => entry.kind === 'duty')
  return duties.toSorted(
    (one, other) => Number(other.dutyType === 'legal-duty') - Number(one.dutyType === 'legal-duty'),
  )
}

/** Foundations of which the programme says that no workstream carries them. */
function foundationsWithoutWorkstream({ requirements, positions }: FactContext): Requirement[] {
  return requirements.all.filter(
    (entry) => entry.kind === 'foundation' && positions.get(entry.id)?.hasWorkstream === false,
  )
}

const EVIDENCE_WORDS: Record<Answer['evidenceState'], string> = {
  none: 'nothing',
  bare: 'a word or a name',
  reference: 'a pointer to something else',
  duplicate: "another measure's text",
  pending: 'work still to come',
  'to-be-confirmed': 'a note that it is to be confirmed',
  query: 'an open question',
  described: 'a description',
}
