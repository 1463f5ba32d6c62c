import type { Answer, Assessment } from '@workplan/domain'

/** The answer with which a measure begins in a round: none. `last` says who works on it, and nothing of how it stood. */
export function unansweredIn(
  { id, title }: Pick<Assessment, 'id' | 'title'>,
  measure: string,
  last?: Answer,
): Answer {
  return {
    id: `${id}.${measure}`,
    source: { document: 'Workplan', section: title },
    assessment: id,
    measure,
    state: 'unanswered',
    level: null,
    evidence: null,
    evidenceState: 'none',
    evidenceDate: null,
    gap: null,
    gapIsNil: false,
    nextStep: null,
    workstream: last?.workstream ?? null,
    answeredFor: null,
    seeAlso: [],
    whyNotApplicable: null,
    confirms: null,
  }
}
