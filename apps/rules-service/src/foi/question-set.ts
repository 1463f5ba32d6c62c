/** What a question can be drafted from; each name has its drawer in `drawers.ts`. */
export type Topic =
  | 'planning-documents'
  | 'strategy-documents'
  | 'decision-groups'
  | 'hospice-participation'
  | 'assessed-levels'
  | 'contract-holders'
  | 'contract-terms'
  | 'contract-values'
  | 'contract-uplifts'
  | 'shared-records'

/** One question as a requester asks it. `fits` is what a record must show for the option to be the right one. */
export interface SetQuestion {
  number: string
  question: string
  topic: Topic
  options: readonly { letter: string; text: string; fits: string | null }[]
}

/** Questions that are asked of every board in the same words. */
export interface QuestionSet {
  id: string
  title: string
  description: string
  questions: readonly SetQuestion[]
}
