import type { AnswerSaved, MeasureAnswer } from '@workplan/domain'
import { effectInWords } from '../announcement/effect-in-words.ts'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { failedInWords } from '../api/failed-in-words.ts'
import { useAnswerMeasure } from '../mutations/answer-measure.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { changeBackTo } from './answer-draft.ts'
import { standingInWords } from './answer-words.ts'

/** Says what saving the answer to a measure did, and offers to take it back. */
export function useAnswerSaved(): (saved: AnswerSaved, before: MeasureAnswer) => void {
  const { announce } = useAnnouncement()
  const { programme } = useProgramme()
  const answering = useAnswerMeasure()

  return ({ item, flags }, before) => {
    const { id: answer, assessment: round } = item.answer
    const undo = async () => {
      try {
        const change = changeBackTo(before.answer)
        const said = { kind: 'change', version: item.version, change } as const
        const undone = await answering.mutateAsync({ programme: programme.value, round, answer, said })
        announce({ text: effectInWords(undone.flags, `Undone. ${sentence(undone.item)}`) })
      } catch (error) {
        announce({ text: failedInWords(error, 'Not undone'), tone: 'problem' })
      }
    }
    announce({ text: effectInWords(flags, `Saved. ${sentence(item)}`), undo })
  }
}

/** `1.1.2 is at level 3`, `1.1.2 does not apply`, `1.1.2 is not answered`. */
function sentence({ measure, answer }: MeasureAnswer): string {
  const what = measure.number ?? measure.title
  const standing = standingInWords(answer).toLowerCase()
  if (answer.level !== null) return `${what} is at ${standing}`
  return answer.state === 'not-applicable' ? `${what} ${standing}` : `${what} is ${standing}`
}
