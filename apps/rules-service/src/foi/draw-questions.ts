import { type FrameworkLibrary, type IsoDate, lastDayOf, type PackQuestion } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import { contractsView } from '../views/contracts-view.ts'
import { currentRound } from '../views/current-round.ts'
import { levelSummaryOf } from '../views/level-summary-view.ts'
import { indexRecords } from '../views/record-index.ts'
import { sharingRows } from '../views/sharing-rows.ts'
import { draftAnswer } from './draft-answer.ts'
import { drawers } from './drawers.ts'
import { type DrawnFrom, emptyDraw } from './draw.ts'
import type { SetQuestion } from './question-set.ts'

/** A question to draft; one that is no set's has no topic, and nothing is drawn for it. */
export type AskedQuestion = Omit<SetQuestion, 'topic'> & { topic: SetQuestion['topic'] | null }

/**
 * Drafts every question from a programme as it is given, for answers that hold on `asAt`. Answers released before count up
 * to that day. Nobody has answered yet.
 */
export function drawQuestions(
  programme: LoadedProgramme,
  library: FrameworkLibrary,
  questions: readonly AskedQuestion[],
  asAt: IsoDate,
): PackQuestion[] {
  const from = drawnFrom(releasedUntil(programme, asAt), library)
  const released = from.records['foi-answer']
  return questions.map(({ number, question, options, topic }) => ({
    number,
    question,
    options: options.map(({ letter, text }) => ({ letter, text })),
    draft: draftAnswer(
      { options },
      topic ? drawers[topic](from) : { ...emptyDraw(), unknown: ['Nothing is drawn for this question.'] },
      released.find((answer) => answer.question === question) ?? null,
    ),
    answer: null,
  }))
}

/** The programme without what was released after a day. */
function releasedUntil(programme: LoadedProgramme, asAt: IsoDate): LoadedProgramme {
  const released = programme.state.records['foi-answer'].filter(
    ({ accurateOn }) => lastDayOf(accurateOn) <= asAt,
  )
  const records = { ...programme.state.records, 'foi-answer': released }
  return { ...programme, state: { ...programme.state, records } }
}

function drawnFrom(programme: LoadedProgramme, library: FrameworkLibrary): DrawnFrom {
  const round = currentRound(programme.state, library)
  return {
    records: programme.state.records,
    levels: round && {
      summary: levelSummaryOf(round),
      round: { kind: 'assessment', id: round.assessment.id, title: round.assessment.title },
    },
    contracts: contractsView(programme, indexRecords(programme, library)),
    sharing: sharingRows(programme, library),
  }
}
