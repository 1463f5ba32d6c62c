import type { FoiPack, IsoDate } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { drawQuestions, type AskedQuestion } from '../../foi/draw-questions.ts'
import { questionSets } from '../../foi/hospice-care-questions.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** What the drafts of a return rest on, and the questions with them. */
export type DrawnPack = Pick<FoiPack, 'drawnFrom' | 'questions'>

/** The questions of a set by its id, or questions of one's own, numbered from 1. Throws `invalid-input` for no such set. */
export function askedQuestions(questionSet: string | null, own: readonly string[]): AskedQuestion[] {
  if (questionSet === null)
    return own.map((question, index) => ({
      ...{ number: String(index + 1), question, topic: null },
      options: [],
    }))
  const set = questionSets.find(({ id }) => id === questionSet)
  if (set) return [...set.questions]
  const message = 'There is no such set of questions'
  throw new AppError('invalid-input', `${message}. Nothing was drafted.`, {
    errors: [{ path: 'questionSet', message }],
  })
}

/**
 * Drafts every question from the records as they were known at the end of a day. Where the journal does not reach that far
 * back, as in a programme that was brought in later, the records of now are used and the pack says so. Throws
 * `invalid-input` for a day in the future.
 */
export async function drawPack(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  programme: string,
  { questions, asAt }: { questions: readonly AskedQuestion[]; asAt: IsoDate },
): Promise<DrawnPack> {
  const then = await programmeOf(store, programme, asAt)
  return {
    drawnFrom: { entry: then.programme.seq, reachesAsAt: then.reachesAsAt },
    questions: drawQuestions(then.programme, rules.library, questions, asAt),
  }
}

async function programmeOf(
  store: AppContext['store'],
  id: string,
  asAt: IsoDate,
): Promise<{ programme: LoadedProgramme; reachesAsAt: boolean }> {
  try {
    return { programme: (await store.readAsAt(id, asAt)).programme, reachesAsAt: true }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return { programme: await store.readProgramme(id), reachesAsAt: false }
  }
}
