import { workstreamApp } from '@workplan/shell'
import { exampleService, openApp, problem, session, taskView } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { children } from '../children.ts'

const TRANSITION = 'GET /api/programmes/bnssg/transition'
const ADD = 'POST /api/programmes/bnssg/arrangements'
const HAND_OVER = '/api/programmes/bnssg/arrangements/p.hand-over'
const flags = { cleared: [], raised: [], reopened: [] }
const source = { document: 'Workplan' }

const pathway = {
  kind: 'transition-pathway',
  version: 1,
  mayUpdate: true,
  record: {
    id: 'p.pathway',
    source,
    title: 'Neurodisability',
    condition: 'Cerebral palsy',
    sendingTeam: 'Community paediatrics',
    sendingProvider: null,
    receivingTeam: null,
    receivingProvider: null,
    state: 'planned',
  },
}
const handOver = {
  kind: 'hand-over',
  version: 3,
  mayUpdate: true,
  record: {
    id: 'p.hand-over',
    source,
    pathway: 'p.pathway',
    age: 16,
    title: 'Lead clinician',
    from: 'Paediatrician',
    to: null,
    agreed: 'not-known',
    agreedOn: null,
    task: null,
    state: 'current',
  },
}
const row = { pathway, sendingProviderName: null, receivingProviderName: null, handOvers: [handOver] }

function transition(pathways: object[], mayAdd = true, tasks: object[] = []) {
  const service = exampleService({ session: session({ roles: ['workstream-lead'] }) })
  service.on(TRANSITION, { pathways, tasks, providers: [], mayAdd })
  return service
}

const open = (query = '') => openApp(workstreamApp(children), `/bnssg/transition${query}`)

describe('transition', () => {
  it('says that the papers name no pathway, and how to begin; a reader is not asked to', async () => {
    const service = transition([], true, [taskView({ task: { title: 'Transition arrangements' } })])
    const page = await open()
    await page.shows('The papers name no pathway')
    await page.shows('Begin with one condition or service')
    expect(page.control('Transition arrangements').getAttribute('href')).toBe(
      '/children/bnssg/tasks/bnssg.task.training',
    )
    service.on(TRANSITION, { pathways: [], tasks: [], providers: [], mayAdd: false })
    const reader = await open()
    await reader.shows('The papers name no pathway')
    expect(reader.offers('Add a pathway')).toBe(false)
  })

  it('adds a pathway, says so and takes it back', async () => {
    const service = transition([])
    service.on(ADD, { item: pathway, flags })
    const page = await open()
    await page.shows('The papers name no pathway')
    await page.press('Add a pathway')
    await page.shows('Add this pathway')
    await page.press('Add this pathway')
    await page.shows('Enter: pathway')
    expect(service.seen(ADD)).toHaveLength(0)
    await page.fill('Pathway', 'Neurodisability')
    await page.fill('Why', 'Agreed in the group')
    await page.press('Add this pathway')
    await page.shows('Added. No flags changed')
    expect(service.seen(ADD)[0]?.body).toMatchObject({
      kind: 'transition-pathway',
      record: { title: 'Neurodisability', condition: null, state: 'not-known' },
      reason: 'Agreed in the group',
    })
    const UNDO = 'PATCH /api/programmes/bnssg/arrangements/p.pathway'
    service.on(UNDO, { item: pathway, flags })
    await page.press('Undo')
    await page.shows('Undone. No flags changed')
    expect(service.seen(UNDO)[0]?.body).toMatchObject({ change: { state: 'withdrawn' } })
  })

  it('shows ages across, the blanks among them, and the next hand-over', async () => {
    transition([row])
    const page = await open()
    await page.shows('0 of 1 hand-overs on record are agreed')
    await page.shows('3 of 4 milestones have nothing on record')
    await page.shows('At 14: nothing on record')
    await page.shows('Paediatrician to whom is not known')
  })

  it('agrees a hand-over from the version that was seen, sending only what was changed', async () => {
    const service = transition([row])
    service.on(`PATCH ${HAND_OVER}`, { item: { ...handOver, version: 4 }, flags })
    const page = await open('?pathway=p.pathway')
    await page.shows('Change this pathway')
    await page.press('Change Lead clinician, at 16')
    await page.shows('Take out this hand-over')
    await page.fill('Agreed?', 'agreed')
    await page.fill('Agreed on', 'March 2023')
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    const [sent] = service.seen(`PATCH ${HAND_OVER}`)
    expect(sent?.headers.get('if-match')).toBe('"3"')
    expect(sent?.body).toEqual({ kind: 'hand-over', change: { agreed: 'agreed', agreedOn: '2023-03' } })
  })

  it('keeps the reason that was typed first, over a change by somebody else and over a reload', async () => {
    const service = transition([row])
    const page = await open('?pathway=p.pathway')
    await page.press('Change Lead clinician, at 16')
    await page.fill('Why (kept in the history)', 'The clinic closed')
    const theirs = { ...handOver, version: 4, record: { ...handOver.record, to: 'Adult neurology' } }
    service.on(TRANSITION, {
      pathways: [{ ...row, handOvers: [theirs] }],
      tasks: [],
      providers: [],
      mayAdd: true,
    })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['hand-over'], ids: [handOver.record.id] })
    await page.shows('Adult neurology')
    expect(page.field('Why (kept in the history)').value).toBe('The clinic closed')
    page.close()
    const again = await open('?pathway=p.pathway')
    await again.shows('Why (kept in the history)')
    expect(again.field('Why (kept in the history)').value).toBe('The clinic closed')
  })

  it('shows both versions when somebody else was first, and keeps what is chosen', async () => {
    const service = transition([row])
    const theirs = { ...handOver, version: 4, record: { ...handOver.record, to: 'Adult neurology' } }
    service.on(
      `PATCH ${HAND_OVER}`,
      problem(412, 'stale-version', 'Somebody was first.', { current: theirs }),
    )
    const page = await open('?pathway=p.pathway')
    await page.shows('Change this pathway')
    await page.press('Change Lead clinician, at 16')
    await page.shows('Take out this hand-over')
    await page.fill('To whom', 'Hospice team')
    await page.fill('Why (kept in the history)', 'The clinic closed')
    await page.press('Save')
    await page.shows('Somebody else changed this hand-over while you were writing')
    await page.shows('Adult neurology')
    await page.press(/^Yours:/)
    service.on(`PATCH ${HAND_OVER}`, { item: { ...theirs, version: 5 }, flags })
    await page.press('Save what I chose')
    await page.shows('Saved. No flags changed')
    const [, second] = service.seen(`PATCH ${HAND_OVER}`)
    expect(second?.headers.get('if-match')).toBe('"4"')
    const reason = 'The clinic closed'
    expect(second?.body).toEqual({ kind: 'hand-over', change: { to: 'Hospice team' }, reason })
  })

  it('says what went wrong', async () => {
    const service = exampleService({})
    service.on(TRANSITION, problem(500, 'internal', 'The pathways could not be read.'))
    const page = await open()
    await page.shows('The pathways could not be read.')
  })
})
