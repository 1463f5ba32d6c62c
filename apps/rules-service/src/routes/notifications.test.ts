import { mentionOf, type DigestSettings, type Notice, type NoticeList } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ALPHA = '/api/programmes/alpha'
const FLAG = 'late-task~alpha.task.adult'
const TASK = 'alpha.task.adult'

let service: TestService
const as: Record<'lead' | 'office' | 'sro' | 'viewer', string> = { lead: '', office: '', sro: '', viewer: '' }
beforeEach(async () => {
  service = await openTestService()
  as.lead = await service.signIn('person.lead-adult')
  as.office = await service.signIn('person.programme-office')
  as.sro = await service.signIn('person.sro')
  as.viewer = await service.signIn('person.viewer')
})
afterEach(() => service.close())

async function list(cookie: string, query = ''): Promise<NoticeList> {
  const answer = await service.send(`${ALPHA}/notifications${query}`, { cookie })
  expect(answer.status).toBe(200)
  return (await answer.json()) as NoticeList
}

const inShort = ({ kind, title, by, read, opens }: Notice) => ({ kind, title, by, read, opens: opens.id })

async function ofKind(cookie: string, kind: Notice['kind']) {
  return (await list(cookie, `?kind=${kind}`)).items.map(inShort)
}

async function send(cookie: string, path: string, json: unknown, method = 'POST'): Promise<Response> {
  const at = /^\/\w+\/[^/]+/.exec(path)?.[0] ?? ''
  const own = path === '/notifications/settings'
  const version = (await service.send(ALPHA + at, { cookie: own ? cookie : as.office })).headers.get('etag')
  const headers = { ...(version && { 'if-match': version }) }
  return service.send(ALPHA + path, { cookie, method, json, headers })
}

async function done(cookie: string, path: string, json: unknown, method = 'POST'): Promise<void> {
  const answer = await send(cookie, path, json, method)
  expect({ path, status: answer.status }).toEqual({ path, status: answer.status < 300 ? answer.status : 200 })
}

const comment = (cookie: string, text: string, about: object = { kind: 'task', id: TASK }) =>
  done(cookie, '/comments', { about, text })

const markRead = async (cookie: string) =>
  done(cookie, '/notifications/read', { seq: (await list(cookie)).seq }, 'PUT')

describe('somebody is told', () => {
  it('of tasks of theirs that are due or late, and of flags raised on their work', async () => {
    expect((await list(as.lead)).items.map(inShort)).toEqual([
      { kind: 'flagged', title: 'Work for adult of alpha', by: null, read: false, opens: FLAG },
      { kind: 'due', title: 'Work for adult of alpha', by: null, read: false, opens: TASK },
    ])
    expect((await list(as.viewer)).items).toEqual([])
    expect((await list(as.office)).items).toEqual([])
  })

  it('of a comment that mentions them, and not of one they wrote; it is read once they have answered', async () => {
    await comment(as.office, `When, ${mentionOf('person.lead-adult')}?\nPlease say.`)
    await comment(as.lead, `I ask ${mentionOf('person.lead-adult')} myself`, { kind: 'flag', id: FLAG })
    const [notice, ...others] = (await list(as.lead, '?kind=mentioned')).items
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      by: 'Programme office',
      title: 'Work for adult of alpha',
      text: 'When, @Lead for adult services? Please say.',
      opens: { kind: 'task', id: TASK },
      read: false,
    })
    await comment(as.lead, 'Next week')
    expect((await ofKind(as.lead, 'mentioned')).map(({ read }) => read)).toEqual([true])
  })

  it('no more of a comment that was withdrawn, or does not mention them any more', async () => {
    const written = await service.send(`${ALPHA}/comments`, {
      cookie: as.office,
      json: { about: { kind: 'task', id: TASK }, text: mentionOf('person.lead-adult') },
    })
    const { comment: made } = (await written.json()) as { comment: { id: string } }
    expect(await ofKind(as.lead, 'mentioned')).toHaveLength(1)
    await done(as.office, `/comments/${made.id}`, { text: 'Nobody' }, 'PATCH')
    expect(await ofKind(as.lead, 'mentioned')).toEqual([])
    await done(as.office, `/comments/${made.id}`, { text: mentionOf('person.lead-adult') }, 'PATCH')
    expect(await ofKind(as.lead, 'mentioned')).toHaveLength(1)
    await done(as.office, `/comments/${made.id}`, { state: 'withdrawn' }, 'PATCH')
    expect(await ofKind(as.lead, 'mentioned')).toEqual([])
  })

  it('of a question on a flag of theirs until it is answered, and who asked of the answer', async () => {
    await done(as.sro, `/flags/${FLAG}/decisions`, { kind: 'ask', question: 'How late will it be?' })
    const [asked] = (await list(as.lead, '?kind=asked')).items
    expect(asked).toMatchObject({ by: 'Senior responsible owner', text: 'How late will it be?', read: false })
    await done(as.lead, `/flags/${FLAG}/answers`, { text: 'A week' })
    expect(await ofKind(as.lead, 'asked')).toEqual([])
    expect((await list(as.sro, '?kind=answered')).items).toMatchObject([
      { text: 'A week', by: 'Lead for adult services', opens: { kind: 'flag', id: FLAG } },
    ])
  })

  it('of a question that nobody in particular answers for, if they may answer it', async () => {
    const state = smallProgramme('beta')
    state.records.task = state.records.task.map((task) => ({
      ...task,
      workstream: null,
      audience: ['all' as const],
    }))
    const other = await openTestService({ programmes: [{ state }] })
    const flag = '/api/programmes/beta/flags/late-task~beta.task.adult'
    const sro = await other.signIn('person.sro')
    const version = (await other.send(flag, { cookie: sro })).headers.get('etag') ?? ''
    const json = { kind: 'ask', question: 'Whose is it?' }
    await other.send(`${flag}/decisions`, { cookie: sro, json, headers: { 'if-match': version } })
    const toldOf = async (person: string) => {
      const cookie = await other.signIn(person)
      const answer = await other.send('/api/programmes/beta/notifications?kind=asked', { cookie })
      return ((await answer.json()) as NoticeList).items.length
    }
    expect(await toldOf('person.lead-children')).toBe(1)
    expect(await toldOf('person.programme-office')).toBe(1)
    expect(await toldOf('person.viewer')).toBe(0)
    expect(await toldOf('person.sro')).toBe(0)
    await other.close()
  })

  it('of what was decided about their work, and the programme office of the case against a flag', async () => {
    await done(as.sro, `/flags/${FLAG}/decisions`, { kind: 'dispute', rationale: 'The date was moved' })
    expect((await list(as.lead, '?kind=decided')).items).toMatchObject([
      { text: 'Disputed: The date was moved', by: 'Senior responsible owner' },
    ])
    expect((await list(as.office, '?kind=asked')).items).toMatchObject([
      { text: 'Disputed: The date was moved' },
    ])
    expect((await list(as.sro)).items).toEqual([])
  })

  it('of an acceptance that is asked of them, and who asked of what came of it', async () => {
    const until = '2023-05-01'
    await done(as.office, `/flags/${FLAG}/acceptance-requests`, { until, rationale: 'The contract is late' })
    expect((await ofKind(as.sro, 'asked')).map(({ by }) => by)).toEqual(['Programme office'])
    await done(as.sro, `/flags/${FLAG}/decisions`, { kind: 'accept', until, rationale: 'Agreed' })
    expect(await ofKind(as.sro, 'asked')).toEqual([])
    expect((await list(as.office, '?kind=decided')).items).toMatchObject([
      { text: 'Accepted until 1 May 2023. Agreed' },
    ])
  })

  it('of a task that was handed over to them by somebody else', async () => {
    await done(as.office, `/tasks/${TASK}`, { owner: 'person.sro' }, 'PATCH')
    expect(await ofKind(as.sro, 'handed-over')).toEqual([
      {
        kind: 'handed-over',
        title: 'Work for adult of alpha',
        by: 'Programme office',
        read: false,
        opens: TASK,
      },
    ])
    expect(await ofKind(as.sro, 'due')).toHaveLength(1)
    expect(await ofKind(as.lead, 'due')).toEqual([])
    await done(as.office, `/people/person.sro/hand-over`, { to: 'person.secretary' })
    const secretary = await service.signIn('person.secretary')
    expect((await list(secretary, '?kind=handed-over')).items).toMatchObject([
      { text: 'This task was Senior responsible owner’s and is yours now.' },
    ])
    expect(await ofKind(as.sro, 'handed-over')).toEqual([])
  })

  it('once of all flags that one change raised for one reason', async () => {
    const state = smallProgramme('beta')
    const [first] = state.records.task
    if (!first) throw new Error('there is no task')
    state.records.task.push(...[1, 2].map((number) => ({ ...first, id: `${first.id}.${number}` })))
    const other = await openTestService({ programmes: [{ state }] })
    const cookie = await other.signIn('person.lead-adult')
    const answer = await other.send('/api/programmes/beta/notifications?kind=flagged', { cookie })
    expect(((await answer.json()) as NoticeList).items).toMatchObject([
      {
        title: 'Task is late',
        text: '3 flags on your work, for one reason.',
        opens: { kind: 'flags', id: 'late-task' },
      },
    ])
    await other.close()
  })
})

describe('what is marked as read', () => {
  it('stays read, and what comes later is new', async () => {
    expect((await list(as.lead)).unread).toBe(2)
    await markRead(as.lead)
    expect(await list(as.lead)).toMatchObject({ unread: 0, items: [{ read: true }, { read: true }] })
    await comment(as.office, mentionOf('person.lead-adult'))
    expect((await list(as.lead, '?unread=yes')).items.map(({ kind }) => kind)).toEqual(['mentioned'])
    expect((await list(as.lead)).counts.filter(({ all }) => all > 0)).toEqual([
      { kind: 'mentioned', all: 1, unread: 1 },
      { kind: 'due', all: 1, unread: 0 },
      { kind: 'flagged', all: 1, unread: 0 },
    ])
  })

  it('is what was shown: what came meanwhile stays new, and nothing becomes new again', async () => {
    const shown = (await list(as.lead)).seq
    await comment(as.office, mentionOf('person.lead-adult'))
    await done(as.lead, '/notifications/read', { seq: shown }, 'PUT')
    expect((await list(as.lead)).unread).toBe(1)
    await markRead(as.lead)
    await done(as.lead, '/notifications/read', { seq: 1 }, 'PUT')
    expect((await list(as.lead)).unread).toBe(0)
  })

  it('is each person’s own, and no part of the programme', async () => {
    const before = (await list(as.lead)).seq
    await markRead(as.lead)
    const office = await list(as.office)
    expect(office.seq).toBe(before)
    await comment(as.sro, `${mentionOf('person.lead-adult')} ${mentionOf('person.programme-office')}`)
    await markRead(as.lead)
    expect((await list(as.office)).unread).toBe(1)
  })

  it('cannot be what is to come', async () => {
    const { seq } = await list(as.lead)
    await expectProblem(await send(as.lead, '/notifications/read', { seq: seq + 1 }, 'PUT'), 'invalid-input')
  })

  it('is forgotten with the roles of the person, and so is the address of their e-mails', async () => {
    await markRead(as.viewer)
    await done(as.viewer, '/notifications/settings', { frequency: 'daily', weekday: 1, address: null }, 'PUT')
    const kept = () =>
      service.opened.database.execute(
        `select 1 from person_marks where person = 'person.viewer'
         union all select 1 from notification_preferences where person = 'person.viewer'
         union all select 1 from digests where person = 'person.viewer'`,
      )
    expect((await kept()).rowCount).toBe(3)
    await done(as.office, '/people/person.viewer/removal', {})
    expect((await kept()).rowCount).toBe(0)
  })
})

describe('a due date', () => {
  it('is a notice a week ahead, and another once it has passed', async () => {
    let today = new Date('2023-03-01T12:00:00Z')
    const state = smallProgramme('live')
    state.programme = { ...state.programme, pinnedTo: null, pinnedBecause: null }
    const live = await openTestService({ programmes: [{ state }], now: () => today })
    const on = async (day: string) => {
      today = new Date(`${day}T12:00:00Z`)
      const cookie = await live.signIn('person.lead-adult')
      const path = '/api/programmes/live/notifications'
      const found = (await (await live.send(`${path}?kind=due`, { cookie })).json()) as NoticeList
      await live.send(`${path}/read`, { cookie, method: 'PUT', json: { seq: found.seq } })
      return found.items.map(({ text, read }) => [text, read])
    }
    expect(await on('2023-03-02')).toEqual([])
    expect(await on('2023-03-03')).toEqual([['Due in 7 days. The due date is 10 March 2023.', false]])
    expect(await on('2023-03-10')).toEqual([['Due today. The due date is 10 March 2023.', true]])
    expect(await on('2023-03-11')).toEqual([['1 day late. The due date is 10 March 2023.', false]])
    expect(await on('2023-03-12')).toEqual([['2 days late. The due date is 10 March 2023.', true]])
    await live.close()
  })
})

describe('the choice of e-mails', () => {
  const settings = async (cookie: string) =>
    (await (await service.send(`${ALPHA}/notifications/settings`, { cookie })).json()) as DigestSettings

  it('is weekly until somebody chooses, and says why none come', async () => {
    expect(await settings(as.lead)).toEqual({
      version: expect.any(Number),
      frequency: 'weekly',
      weekday: 1,
      address: null,
      accountAddress: null,
      domains: [],
      noneBecause: 'not-set-up',
      nextOn: null,
    })
    await done(as.lead, '/notifications/settings', { frequency: 'never', weekday: 5, address: null }, 'PUT')
    expect(await settings(as.lead)).toMatchObject({ frequency: 'never', weekday: 5 })
    expect(await settings(as.sro)).toMatchObject({ frequency: 'weekly', weekday: 1 })
  })

  const put = (json: object, version: string | null) =>
    service.send(`${ALPHA}/notifications/settings`, {
      ...{ cookie: as.lead, method: 'PUT', json },
      headers: version === null ? {} : { 'if-match': version },
    })
  const never = { frequency: 'never', weekday: 5, address: null }

  it('made in one window is not overwritten from another, which is given both', async () => {
    const daily = { frequency: 'daily', weekday: 1, address: null }
    const { headers } = await service.send(`${ALPHA}/notifications/settings`, { cookie: as.lead })
    const seen = headers.get('etag')
    await expectProblem(await put(never, null), 'version-required')
    expect((await put(never, seen)).status).toBe(200)
    const problem = await expectProblem(await put(daily, seen), 'stale-version')
    expect(problem).toMatchObject({ current: await settings(as.lead), sent: daily })
    expect(problem.current).toMatchObject(never)
    expect((await put(daily, `"${(await settings(as.lead)).version}"`)).status).toBe(200)
  })

  it('sent again after its answer was lost is the same choice', async () => {
    const { headers } = await service.send(`${ALPHA}/notifications/settings`, { cookie: as.lead })
    const [first, again] = [await put(never, headers.get('etag')), await put(never, headers.get('etag'))]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(await again.json()).toEqual(await first.json())
  })

  it('of two windows at once keeps one, and tells the other', async () => {
    const { headers } = await service.send(`${ALPHA}/notifications/settings`, { cookie: as.lead })
    const answers = await Promise.all(
      [2, 3, 4, 5].map((weekday) => put({ ...never, weekday }, headers.get('etag'))),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
  })

  it.each([
    { frequency: 'hourly', weekday: 1, address: null },
    { frequency: 'weekly', weekday: 8, address: null },
    { frequency: 'weekly', weekday: 1, address: 'nobody' },
    { frequency: 'weekly', weekday: 1, address: 'somebody@elsewhere.example' },
  ])('refuses %o', async (choice) => {
    await expectProblem(await send(as.lead, '/notifications/settings', choice, 'PUT'), 'invalid-input')
    expect(await settings(as.lead)).toMatchObject({ frequency: 'weekly', weekday: 1, address: null })
  })
})
