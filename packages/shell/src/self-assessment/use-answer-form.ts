import type { AnswerSaved, MeasureAnswer } from '@workplan/domain'
import { ref } from 'vue'
import { useAnswerMeasure } from '../mutations/answer-measure.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import type { Versioned } from '../versioned-form/kept-versioned.ts'
import { useVersionedForm } from '../versioned-form/use-versioned-form.ts'
import { changeOfAnswer, draftOfAnswer, type AnswerDraft } from './answer-draft.ts'
import { answerProblems } from './answer-problems.ts'

/** The form of the answer to one measure. */
export function useAnswerForm(
  row: () => MeasureAnswer,
  onSaved: (saved: AnswerSaved, before: MeasureAnswer) => void,
) {
  const { programme } = useProgramme()
  const answering = useAnswerMeasure()
  const withoutEvidence = ref(false)
  let before = row()

  const form = useVersionedForm<AnswerDraft, AnswerSaved>({
    key: useDraftKey()(row().answer.id),
    now: () => versioned(row()),
    problemsOf: (draft) => answerProblems(draft, withoutEvidence.value),
    send: ({ version, draft, changed, attempt }) => {
      before = row()
      const { id: answer, assessment: round } = before.answer
      const said = { kind: 'change', version, change: changeOfAnswer(draft, changed) } as const
      return answering.mutateAsync({ programme: programme.value, round, answer, said, attempt })
    },
    afterwards: ({ item }) => versioned(item),
    // A stale version is refused with the measure as it is now.
    current: (refused) => versioned(refused as MeasureAnswer),
    onSaved: (saved) => onSaved(saved, before),
  })

  /** Saves although nothing shows the level; the checklist of the round says so. */
  async function saveWithoutEvidence(): Promise<boolean> {
    withoutEvidence.value = true
    const saved = await form.save()
    withoutEvidence.value = false
    return saved
  }

  return { ...form, saveWithoutEvidence }
}

function versioned({ version, answer }: MeasureAnswer): Versioned<AnswerDraft> {
  return { version, draft: draftOfAnswer(answer) }
}
