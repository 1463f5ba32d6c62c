import type { Answer, Assessment, ProgrammeState } from '@workplan/domain'

/** Adds two open rounds, of which one is answered in part, by an organisation too, and the other not at all. */
export function addOpenRounds({ programme: { id }, records }: ProgrammeState): void {
  const [last] = records.assessment
  const [answer] = records.answer
  if (!last || !answer) throw new Error('the programme has no round')
  const source = { document: 'Test' }
  records.provider.push({ id: `${id}.provider`, source, name: 'The hospice', sameAs: null })
  const open = (name: string): Assessment => ({
    ...last,
    id: `${id}.${name}`,
    title: name,
    current: false,
    state: 'open',
    startedOn: '2023-03-01',
    follows: last.id,
  })
  const unanswered = (round: string, name: string, measure: string): Answer => ({
    ...answer,
    id: `${id}.${round}.${name}`,
    assessment: `${id}.${round}`,
    measure,
    state: 'unanswered',
    level: null,
  })
  records.assessment.push(open('open'), open('empty'))
  records.answer.push(
    unanswered('open', 'children', 'ambitions.1.1.3'),
    { ...unanswered('open', 'adult', 'ambitions.1.1.2'), state: 'answered', level: 1 },
    unanswered('empty', 'adult', 'ambitions.1.1.2'),
  )
  records['organisation-answer'].push({
    id: `${id}.said`,
    source,
    assessment: `${id}.open`,
    measure: 'ambitions.1.1.2',
    provider: `${id}.provider`,
    state: 'unanswered',
    level: null,
    evidence: null,
    gap: null,
    whyNotApplicable: null,
  })
}
