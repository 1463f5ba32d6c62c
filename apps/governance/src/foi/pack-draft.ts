import type { IsoDate, NewFoiPack, PackQuestion } from '@workplan/domain'

/** The choice for questions that are in no set. */
export const OWN_QUESTIONS = 'own'

/** A return while it is being begun. */
export interface PackDraft {
  title: string
  reference: string
  receivedOn: IsoDate | null
  asAt: IsoDate | null
  questionSet: string | null
  /** One on each line, when they are in no set. */
  questions: string
}

export type PackField = 'title' | 'asAt' | 'questions'

export function emptyPack(questionSet: string = OWN_QUESTIONS): PackDraft {
  return { title: '', reference: '', receivedOn: null, asAt: null, questionSet, questions: '' }
}

/** What to draft, or what is still missing by field. */
export function completePack(
  draft: PackDraft,
): { pack: NewFoiPack } | { errors: Partial<Record<PackField, string>> } {
  const own = draft.questionSet === OWN_QUESTIONS || draft.questionSet === null
  const lines = draft.questions.split('\n').map((line) => line.trim())
  const questions = own ? lines.filter((line) => line !== '') : []
  const { asAt } = draft
  const errors = {
    ...(draft.title.trim() === '' && { title: 'Write a title, such as who asks and about what' }),
    ...(asAt === null && { asAt: 'Enter the date for which the answers hold' }),
    ...(own && questions.length === 0 && { questions: 'Write at least one question' }),
  }
  if (asAt === null || Object.keys(errors).length > 0) return { errors }
  return {
    pack: {
      title: draft.title.trim(),
      reference: draft.reference.trim() || null,
      receivedOn: draft.receivedOn,
      asAt,
      questionSet: own ? null : draft.questionSet,
      questions,
    },
  }
}

/** The answer to a question as it is sent, from the version of the pack that it was written on. */
export interface AnswerSending {
  answer: NonNullable<PackQuestion['answer']>
  version: number
  attempt: string
}

/** The form of an answer among those of this person. */
export function placeOfAnswer(pack: string, question: string): string {
  return `${pack}/${question}`
}
