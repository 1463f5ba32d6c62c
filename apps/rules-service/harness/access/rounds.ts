import type { Answer, Assessment, ProgrammeState } from '@workplan/domain'
import { personId } from './actors.ts'

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

/** Sound bodies of the routes of self-assessment, as they stand in the table of all bodies. */
export const roundBodies = {
  'PATCH /answers/{id}': body({ level: 2 }),
  'POST /answers/{id}/same-as-last': body({ confirmed: true, evidenceDate: null }),
  'POST /answers/{id}/organisations': body(
    { ...said(), provider: 'alpha.provider' },
    { ...said(), provider: 'beta.provider' },
  ),
  'PATCH /organisation-answers/{id}': body(said()),
  'PUT /clinical-lead': [
    {
      about: '',
      json: { person: null },
      foreign: { person: personId('office-of-beta') },
      versionOf: '/clinical-lead',
    },
  ],
  // Signed or withdrawn, so that at last another round can be started.
  'POST /assessments/{id}/sign-off': body({ confirmed: true }),
  'POST /assessments/{id}/withdrawal': body({ reason: 'For tests' }),
  'POST /assessments': body({ framework: 'framework.ambitions-2021-2026' }),
}

function said() {
  return { state: 'answered', level: 2, evidence: null, gap: null, whyNotApplicable: null }
}

function body(json: unknown, foreign?: unknown) {
  return [{ about: '', json, ...(foreign !== undefined && { foreign }) }]
}

/** The rounds and answers of alpha that routes can be asked for. */
export const roundTargets = {
  assessments: [
    { state: 'open', id: 'alpha.open', on: {} },
    { state: 'open and empty', id: 'alpha.empty', on: {} },
  ],
  answers: [
    { state: 'for adults', id: 'alpha.open.adult', on: { apps: ['adult'] } },
    { state: 'for children', id: 'alpha.open.children', on: { apps: ['children'] } },
  ],
  'organisation-answers': [{ state: 'for adults', id: 'alpha.said', on: { apps: ['adult'] } }],
} as const

/** The same of beta. */
export const foreignRounds = {
  assessments: [{ id: 'beta.open' }],
  answers: [{ id: 'beta.open.adult' }],
  'organisation-answers': [{ id: 'beta.said' }],
}
