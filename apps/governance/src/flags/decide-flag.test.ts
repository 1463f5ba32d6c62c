import { flagDetail, noNetwork, openApp, problem, session, taskView } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const FLAG = flagDetail()
const PATH = `flags/${encodeURIComponent(FLAG.id)}`
const DECIDE = at(`${PATH}/decisions`, 'POST')
const SRO = session({ may: ['programme.view', 'flag.decide'] })

function openFlag(given: Record<string, object> = {}) {
  const service = governanceService({
    'GET /api/session': SRO,
    [at(PATH)]: FLAG,
    [at('tasks')]: listOf(
      taskView({ task: { id: 'task.far', title: 'A far task', serves: [] } }),
      taskView({ task: { id: 'task.near', title: 'The near task', serves: [FLAG.subject.id] } }),
      taskView({ task: { id: 'task.done', title: 'A finished task', status: 'done' } }),
    ),
    [DECIDE]: { ...FLAG, status: 'assigned' },
    ...given,
  })
  return { service, opened: openApp(governance, `/bnssg/${PATH}`) }
}

describe('a decision on a flag', () => {
  it('gives it to a task; those that serve the same requirement come first, finished ones not at all', async () => {
    const { service, opened } = openFlag()
    const page = await opened
    await page.shows('Your decision')
    await page.press('Assign it to a task')
    const options = [...page.field('Task').querySelectorAll('option')].map((option) =>
      option.textContent?.trim(),
    )
    expect(options).toEqual(['Choose a task', 'The near task', 'A far task'])
    await page.fill('Task', 'task.near')
    await page.press('Record decision')
    await page.shows('Assigned. It stays open until the task clears it.')
    const sent = service.requests.find(({ method }) => method === 'POST')
    expect(sent?.body).toEqual({ kind: 'assign', task: 'task.near' })
  })

  it('begins new work, with an owner and a date', async () => {
    const { service, opened } = openFlag()
    const page = await opened
    await page.shows('Your decision')
    await page.press('Assign it to a task')
    await page.press('New work')
    await page.fill('What is to be done', 'Agree a rota')
    await page.fill('Day', '30')
    await page.fill('Month', '6')
    await page.fill('Year', '2023')
    await page.press('Record decision')
    await page.shows('Assigned. It stays open until the task clears it.')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'assign',
      newTask: { title: 'Agree a rota', workstream: null, owner: null, due: '2023-06-30' },
    })
  })

  it('accepts it to a later day with a reason, and says what is missing', async () => {
    const { service, opened } = openFlag()
    const page = await opened
    await page.shows('Your decision')
    await page.press('Accept it until a date')
    await page.press('Record decision')
    await page.shows('Enter the date until which it is accepted')
    await page.shows('Write why it is accepted')
    await page.fill('Day', '12')
    await page.fill('Month', '3')
    await page.fill('Year', '2023')
    await page.fill('Why it is accepted', 'A review is booked')
    await page.press('Record decision')
    await page.shows('The date must be after the day the programme stands at')
    await page.fill('Month', '6')
    await page.press('Record decision')
    await page.shows('Accepted until the date you gave')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'accept',
      until: '2023-06-12',
      rationale: 'A review is booked',
    })
  })

  it('keeps the words when the service refuses', async () => {
    const { opened } = openFlag({ [DECIDE]: problem(409, 'conflict', 'The flag was cleared meanwhile.') })
    const page = await opened
    await page.shows('Your decision')
    await page.press('Dispute it')
    await page.fill('What is wrong', 'The task is not linked')
    await page.press('Record decision')
    await page.shows('The flag was cleared meanwhile.')
    expect(page.field('What is wrong').value).toBe('The task is not linked')
  })

  it('starts from the flag as it was read, and after somebody else was first, from theirs', async () => {
    const last = { event: 'disputed', by: 'SRO', why: 'It is in place', on: '2023-03-13', cause: null }
    const current = { ...FLAG, version: FLAG.version + 1, status: 'disputed', history: [last] }
    const { service, opened } = openFlag({
      [DECIDE]: problem(412, 'stale-version', 'Something became of this flag.', { current }),
    })
    const page = await opened
    await page.shows('Your decision')
    await page.press('Dispute it')
    await page.fill('What is wrong', 'The task is not linked')
    await page.press('Record decision')
    await page.shows('Somebody else changed this flag while you were writing')
    await page.shows('Disputed')
    await page.shows('Yours, not recorded: Dispute it: The task is not linked')
    await page.shows('Theirs, saved now: Disputed by SRO: It is in place')
    await page.press('Go on with what I wrote')
    expect(page.field('What is wrong').value).toBe('The task is not linked')
    service.on(DECIDE, { ...current, version: current.version + 1 })
    await page.press('Record decision')
    await expect
      .poll(() =>
        service.requests
          .filter(({ method }) => method === 'POST')
          .map(({ headers }) => headers.get('if-match')),
      )
      .toEqual([`"${FLAG.version}"`, `"${FLAG.version + 1}"`])
  })

  it('is sent from the flag as it was when its writing began, and once although the answer was lost', async () => {
    const { service, opened } = openFlag({ [DECIDE]: noNetwork })
    const page = await opened
    await page.shows('Your decision')
    await page.press('Dispute it')
    await page.fill('What is wrong', 'The task is not linked')
    service.on(at(PATH), { ...FLAG, version: FLAG.version + 1, status: 'disputed' })
    service.streams.at(-1)?.open()
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['flag'], ids: [FLAG.id] })
    await page.shows('This flag has changed while you were writing. Look at what holds now')
    expect(page.field('What is wrong').value).toBe('The task is not linked')
    await page.press('Record decision')
    await page.shows('Not saved yet: the service cannot be reached')
    expect(page.text()).not.toContain('while you were writing')
    service.on(DECIDE, { ...FLAG, version: FLAG.version + 2, status: 'disputed' })
    await page.press('Try now')
    await page.shows('Disputed. Your reason is in the history.')
    const [lost, sent] = service.seen(DECIDE)
    expect(sent?.headers.get('if-match')).toBe(`"${FLAG.version}"`)
    expect(sent?.headers.get('idempotency-key')).toBe(lost?.headers.get('idempotency-key'))
    expect(page.root.querySelector('.decision textarea')).toBeNull()
  })

  it('is not taken away when the flag clears while it is written, until it is thrown away', async () => {
    const { service, opened } = openFlag()
    const page = await opened
    await page.shows('Your decision')
    await page.press('Dispute it')
    await page.fill('What is wrong', 'The task is not linked')
    service.on(at(PATH), {
      ...FLAG,
      version: FLAG.version + 1,
      status: 'cleared',
      clearedOn: '2023-03-02',
    })
    service.streams.at(-1)?.open()
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['flag'], ids: [FLAG.id] })
    await page.shows('This flag cleared while you were writing')
    await page.shows('The task is not linked')
    expect(page.text()).not.toContain('Record decision')
    await page.press('Throw mine away')
    await page.shows('This flag is cleared: there is nothing left to decide.')
    expect(page.text()).not.toContain('The task is not linked')
  })

  it('is still there after another page was looked at', async () => {
    const { opened } = openFlag()
    const page = await opened
    await page.shows('Your decision')
    await page.press('Ask a question')
    await page.fill('Your question', 'Since when?')
    await page.router.push('/bnssg/flags')
    await expect.poll(() => page.text()).not.toContain('Your decision')
    page.router.back()
    await page.shows('Your decision')
    expect(page.field('Your question').value).toBe('Since when?')
  })

  it('is not offered to people who may not decide', async () => {
    const { opened } = openFlag({ 'GET /api/session': session() })
    const page = await opened
    await page.shows('What would clear it')
    expect(page.text()).not.toContain('Your decision')
  })

  it('is not offered on a flag that is cleared', async () => {
    const { opened } = openFlag({ [at(PATH)]: { ...FLAG, status: 'cleared', clearedOn: '2023-03-02' } })
    const page = await opened
    await page.shows('Cleared on 2 March 2023')
    expect(page.text()).not.toContain('Your decision')
  })
})
