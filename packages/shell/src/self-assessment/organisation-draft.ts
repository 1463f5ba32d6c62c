import type {
  MeasureAnswer,
  OrganisationAnswer,
  OrganisationAnswerChange,
  OrganisationAnswerView,
} from '@workplan/domain'
import type { Problems } from '../versioned-form/form-of-record.ts'
import { changeOfChoice, choiceOf, NOT_APPLICABLE } from './answer-draft.ts'

/** What an organisation answers, as the form shows it. */
export type OrganisationDraft = Record<
  'provider' | 'choice' | 'whyNotApplicable' | 'evidence' | 'gap',
  string
>

export const organisationLabels: Record<keyof OrganisationDraft, string> = {
  provider: 'Organisation',
  choice: 'Answer',
  whyNotApplicable: 'Why it does not apply',
  evidence: 'Evidence',
  gap: 'Gap',
}

/** The form's text for an answer, or for one that there is not yet. */
export function draftOfOrganisation(answer: OrganisationAnswer | null): OrganisationDraft {
  return {
    provider: answer?.provider ?? '',
    choice: answer ? choiceOf(answer) : '',
    whyNotApplicable: answer?.whyNotApplicable ?? '',
    evidence: answer?.evidence ?? '',
    gap: answer?.gap ?? '',
  }
}

/** What a draft says, whole. */
export function saidOf({
  choice,
  whyNotApplicable,
  evidence,
  gap,
}: OrganisationDraft): OrganisationAnswerChange {
  const { state, level = null } = changeOfChoice(choice)
  return {
    state: state === 'answered' || state === 'not-applicable' ? state : 'unanswered',
    level,
    evidence: evidence.trim() || null,
    gap: gap.trim() || null,
    whyNotApplicable: choice === NOT_APPLICABLE ? whyNotApplicable.trim() || null : null,
  }
}

export function organisationProblems({
  provider,
  choice,
  whyNotApplicable,
}: OrganisationDraft): Problems<OrganisationDraft> {
  return {
    ...(provider === '' && { provider: 'Choose the organisation' }),
    ...(choice === NOT_APPLICABLE &&
      whyNotApplicable.trim() === '' && { whyNotApplicable: 'Say why the measure does not apply' }),
  }
}

/** Names the form of an organisation's answer to a measure among the kept drafts of its writer; null for a new answer. */
export function placeOfOrganisation(
  { answer }: Pick<MeasureAnswer, 'answer'>,
  organisation: Pick<OrganisationAnswerView, 'answer'> | null,
): string {
  return organisation?.answer.id ?? `${answer.id}.of`
}
