import type { MeasureAnswer } from '@workplan/domain'
import { ref } from 'vue'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { isProblem } from '../api/api-problem.ts'
import { failedInWords } from '../api/failed-in-words.ts'
import { useAnswerMeasure } from '../mutations/answer-measure.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { inTurn } from '../mutations/in-turn.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { isPassing } from '../send-later/is-passing.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import { addToUnsent, keepChoiceUnsent, keepOnSaved } from '../versioned-form/keep-beside.ts'
import { changeOfChoice, draftOfAnswer } from './answer-draft.ts'
import { needsMore } from './answer-problems.ts'
import { useAnswerSaved } from './use-answer-saved.ts'

/**
 * Sets a measure's level in one press. `open`: it needs more than a level, somebody else was first, or it could not be sent and
 * is kept, so the measure's form has to go on with it.
 */
export function useSetLevel() {
  const { programme } = useProgramme()
  const { announce } = useAnnouncement()
  const answering = useAnswerMeasure()
  const announceSaved = useAnswerSaved()
  const keyOf = useDraftKey()
  /** The measure whose level is on its way. */
  const setting = ref<string | null>(null)
  const turn = inTurn()
  /** The measures as this person left them. */
  const mine = new Map<string, MeasureAnswer>()

  async function setLevel(row: MeasureAnswer, choice: string): Promise<'saved' | 'open' | 'failed'> {
    if (needsMore(row.answer, choice)) return 'open'
    return turn(() => send(latestOf(row), choice))
  }

  /** The grid that was pressed in may not have caught up with one's own press before. */
  function latestOf(row: MeasureAnswer): MeasureAnswer {
    const saved = mine.get(row.answer.id)
    return saved && saved.version > row.version ? saved : row
  }

  async function send(row: MeasureAnswer, choice: string): Promise<'saved' | 'open' | 'failed'> {
    const attempt = newAttempt()
    const { id: answer, assessment: round } = row.answer
    const said = { kind: 'change', version: row.version, change: changeOfChoice(choice) } as const
    const key = keyOf(answer)
    const now = { version: row.version, draft: draftOfAnswer(row.answer) }
    if (addToUnsent(key, now, { choice })) return 'open'
    setting.value = row.measure.id
    try {
      const saved = await answering.mutateAsync({ programme: programme.value, round, answer, said, attempt })
      const { item } = saved
      keepOnSaved(key, now, { version: item.version, draft: draftOfAnswer(item.answer) }, { choice })
      mine.set(answer, item)
      announceSaved(saved, row)
      return 'saved'
    } catch (error) {
      if (isPassing(error) || isProblem(error, 'not-signed-in')) {
        keepChoiceUnsent(key, now, { choice }, attempt)
        return 'open'
      }
      if (isProblem(error, 'stale-version')) return 'open'
      announce({ text: failedInWords(error, 'Not saved'), tone: 'problem' })
      return 'failed'
    } finally {
      setting.value = null
    }
  }

  return { setLevel, setting }
}
