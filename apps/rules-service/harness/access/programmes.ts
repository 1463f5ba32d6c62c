import { type FoiPack, type ProgrammeState, sectionReference, type WorkforcePost } from '@workplan/domain'
import { boardOf } from '../../src/testing/board.ts'
import { judgedProgramme } from '../../src/testing/judged-programme.ts'
import { metricOf, readingOf } from '../../src/testing/metric.ts'
import { lateCases, lateRule } from '../../src/testing/own-rule.ts'
import type { Send } from './send.ts'
import { personId } from './actors.ts'
import { addOpenRounds } from './rounds.ts'

const source = { document: 'Test' }

/** The programme alpha or beta: tasks, an answer, a service and two groups, of which the board has a chair. */
export function accessProgramme(id: 'alpha' | 'beta'): ProgrammeState {
  const state = judgedProgramme(id)
  addOpenRounds(state)
  state.records.metric = [metricOf(`${id}.metric`)]
  state.records.reading = [readingOf(`${id}.reading`, `${id}.metric`)]
  state.records.group = [
    boardOf(`${id}.group.board`, { name: 'Board', chair: personId('chair') }),
    boardOf(`${id}.group.delivery`, { name: 'Delivery' }),
    boardOf(`${id}.group.quiet`, { name: 'Quiet' }),
    boardOf(`${id}.group.spare`, { name: 'Spare' }),
  ]
  state.records['reporting-line'] = [
    { id: `${id}.line`, source, from: `${id}.group.board`, to: `${id}.group.delivery`, state: 'stated' },
  ]
  Object.assign(state.records, meetingsOf(id))
  state.records['foi-pack'] = [packOf(`${id}.pack`, '1'), packOf(`${id}.pack.other`, '2')]
  state.records['workforce-post'] = [{ id: `${id}.post`, source: { document: 'Test' }, ...postOf([]) }]
  return state
}

/** A return with one question under a number. */
function packOf(id: string, number: string): FoiPack {
  const draft = { text: '', letters: [], figures: [], evidence: [], unknown: [], differences: [] }
  return {
    ...{ id, source, title: 'Return', reference: null, questionSet: null, receivedOn: null },
    asAt: '2023-01-01',
    drawnFrom: { entry: 1, reachesAsAt: false },
    state: 'draft',
    questions: [{ number, question: 'Why?', options: [], draft, answer: null }],
    approvedBy: null,
    approvedAt: null,
  }
}

/** A post as a request would add it, with the services that it holds up. */
export function postOf(services: string[]): Omit<WorkforcePost, 'id' | 'source'> {
  return {
    title: 'Nurse',
    provider: null,
    services,
    wteFunded: 1,
    wteInPost: null,
    vacantSince: null,
    singlePoint: 'not-known',
    state: 'current',
  }
}

/** A meeting of the board in which something was decided and asked for, and one of another group. */
function meetingsOf(
  id: string,
): Pick<ProgrammeState['records'], 'meeting' | 'meeting-decision' | 'meeting-action'> {
  const held = { source, date: '2023-03-01', state: 'held' as const, agenda: [] }
  const outcome = { source, meeting: `${id}.meeting`, item: null, state: 'standing' as const }
  return {
    meeting: [
      { ...held, id: `${id}.meeting`, title: 'Meeting of the board', group: `${id}.group.board` },
      { ...held, id: `${id}.meeting.delivery`, title: 'Another meeting', group: `${id}.group.delivery` },
    ],
    'meeting-decision': [{ ...outcome, id: `${id}.decision`, title: 'Go on', reason: null, answers: null }],
    'meeting-action': [{ ...outcome, id: `${id}.action`, title: 'Do it', task: `${id}.task.adult` }],
  }
}

/** What of one programme has an id only once it has been made. */
export interface MadeRecords {
  flag: string
  /** Written by the programme office. */
  comment: string
  /** Written by the programme office on a section of the board's draft. */
  commentOnSection: string
  draftOfBoard: string
  draftOfDelivery: string
  draftOfSpare: string
  issued: string
  ruleDraft: string
  ruleLive: string
  ruleEnded: string
  invited: string
}

/** Makes reports and rules of every state, by the API, as a secretary and the programme office. */
export async function makeRecords(
  send: Send,
  programme: string,
  { secretary, office }: { secretary: string; office: string },
): Promise<MadeRecords> {
  const root = `/api/programmes/${programme}`

  async function done<Body>(cookie: string, path: string, json?: unknown, ifMatch?: string): Promise<Body> {
    const method = json === undefined ? 'GET' : 'POST'
    const { status, text } = await send({
      method,
      path: root + path,
      cookie,
      ...(json !== undefined && { json }),
      ...(ifMatch !== undefined && { ifMatch }),
    })
    if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${text}`)
    return JSON.parse(text) as Body
  }

  const draft = (name: string, quarter: 1 | 2) => {
    const period =
      quarter === 1 ? { from: '2022-10-01', to: '2022-12-31' } : { from: '2023-01-01', to: '2023-03-31' }
    return done<{ id: string }>(secretary, '/reports', { group: `${programme}.group.${name}`, period })
  }
  const begin = (title: string) =>
    done<{ id: string; revision: number }>(office, '/rules', {
      document: { ...lateRule, title: `${programme} ${title}` },
      cases: lateCases,
    })
  const publish = async (title: string) => {
    const { id, revision } = await begin(title)
    const { item } = await done<{ item: { revision: number } }>(
      office,
      `/rules/${id}/publish`,
      { reason: 'For tests' },
      `"${revision}"`,
    )
    return { id, revision: item.revision }
  }
  const issued = await draft('board', 1)
  await done(secretary, `/reports/${issued.id}/issue`, {}, '"1"')
  const ended = await publish('Ended')
  await done(office, `/rules/${ended.id}/end`, { reason: 'For tests' }, `"${ended.revision}"`)
  const roles = [{ role: 'viewer' }]
  const invited = await done<{ id: string }>(office, '/people', { name: 'Invited', title: '', roles })
  const { items } = await done<{ items: { id: string }[] }>(office, '/flags?limit=500')
  const flag = items.find(({ id }) => id.endsWith(`~${programme}.task.adult`))
  if (!flag) throw new Error('there is no flag of the adult task')
  const about = { kind: 'flag', id: flag.id }
  const comment = await done<{ comment: { id: string } }>(office, '/comments', { about, text: 'For tests' })
  const draftOfBoard = await draft('board', 2)
  const onSection = await done<{ comment: { id: string } }>(office, '/comments', {
    about: { kind: 'report-section', id: sectionReference(draftOfBoard.id, 'summary') },
    text: 'For tests',
  })
  return {
    flag: flag.id,
    comment: comment.comment.id,
    issued: issued.id,
    commentOnSection: onSection.comment.id,
    draftOfBoard: draftOfBoard.id,
    draftOfDelivery: (await draft('delivery', 2)).id,
    draftOfSpare: (await draft('spare', 2)).id,
    ruleDraft: (await begin('Draft')).id,
    ruleLive: (await publish('Live')).id,
    ruleEnded: ended.id,
    invited: invited.id,
  }
}
