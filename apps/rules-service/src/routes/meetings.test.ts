import {
  EscalationView,
  JournalEntry,
  MeetingPack,
  MeetingSaved,
  type MeetingView,
  Report,
  type ProgrammeState,
} from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listOf } from '../http/lists.ts'
import type { MembershipRow } from '../store/store.ts'
import { boardOf } from '../testing/board.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ALPHA = '/api/programmes/alpha'
const BOARD = 'alpha.group.board'
const ICB = 'alpha.group.icb'
const all = { app: null, workstreams: null, groups: null }

let service: TestService
const cookies: Record<string, string> = {}

beforeAll(async () => {
  const members: MembershipRow[] = [
    { person: 'person.secretary', role: 'group-secretary', ...all, groups: [BOARD] },
    { person: 'person.programme-office', role: 'programme-office', ...all },
    { person: 'person.viewer', role: 'viewer', ...all },
  ] as const
  service = await openTestService({ programmes: [{ state: programmeWithMeetings(), members }] })
  for (const { person } of members) cookies[person] = await service.signIn(person)
})
afterAll(() => service.close())

function programmeWithMeetings(): ProgrammeState {
  const state = smallProgramme('alpha')
  const source = { document: 'Test' }
  state.records.group = [
    boardOf(BOARD),
    boardOf(ICB, { name: 'The ICB' }),
    boardOf('alpha.group.old', { name: 'The old group', state: 'retired' }),
  ]
  state.records['reporting-line'] = [{ id: 'alpha.line', source, from: BOARD, to: ICB, state: 'stated' }]
  return state
}

type Sent = { as?: string; method?: string; version?: number }

function send(path: string, json?: unknown, { as = 'person.secretary', method, version }: Sent = {}) {
  return service.send(`${ALPHA}/${path}`, {
    cookie: cookies[as] ?? '',
    ...(json !== undefined && { json }),
    ...(method && { method }),
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  })
}

async function planned(change: object = {}, as?: string): Promise<MeetingView> {
  const input = { title: 'Board in April', group: BOARD, date: '2023-04-12', agenda: [], ...change }
  const answer = await send('meetings', input, as ? { as } : {})
  expect(answer.status).toBe(201)
  return MeetingSaved.parse(await answer.json()).item
}

async function packOf({ id }: { id: string }): Promise<MeetingPack> {
  return MeetingPack.parse(await (await send(`meetings/${id}`)).json())
}

async function journalSince(seq: number): Promise<JournalEntry[]> {
  const { items } = listOf(JournalEntry).parse(await (await send('journal?limit=20')).json())
  return items.filter((entry) => entry.seq > seq)
}

async function lastSeq(): Promise<number> {
  const { items } = listOf(JournalEntry).parse(await (await send('journal?limit=1')).json())
  return items[0]?.seq ?? 0
}

const decided = { title: 'Go ahead', item: null, reason: null, answers: null }

describe('a meeting', () => {
  it('is planned when its day is to come, with an agenda that names what it is about', async () => {
    const about = { kind: 'task', id: 'alpha.task.adult' }
    const meeting = await planned({ agenda: [{ title: 'Adult work', about, minutes: null }] })
    expect(meeting).toMatchObject({ state: 'planned', group: { id: BOARD, name: 'The board' } })
    const pack = await packOf(meeting)
    expect(pack.agenda).toEqual([
      {
        ...{ id: 'item-1', title: 'Adult work', minutes: null },
        about: { ...about, title: 'Work for adult of alpha' },
      },
    ])
  })

  it('keeps the minutes of an item, and gives a new item an id of its own', async () => {
    const item = { title: 'First', about: null, minutes: null }
    const { id, version } = await planned({ agenda: [item] })
    const agenda = [
      { ...item, title: 'New' },
      { ...item, id: 'item-1', minutes: 'All agreed.' },
    ]
    const answer = await send(`meetings/${id}`, { agenda }, { method: 'PATCH', version })
    expect(answer.status).toBe(200)
    const pack = await packOf({ id })
    expect(pack.agenda.map(({ id: item, minutes }) => [item, minutes])).toEqual([
      ['item-2', null],
      ['item-1', 'All agreed.'],
    ])
    await expectProblem(
      await send(`meetings/${id}`, { title: 'Late' }, { method: 'PATCH', version }),
      'stale-version',
    )
  })

  it('is not held before its day, not of a group that has ended, and not about what is not there', async () => {
    const { id, version } = await planned()
    const early = await send(`meetings/${id}`, { state: 'held' }, { method: 'PATCH', version })
    expect((await expectProblem(early, 'invalid-input')).errors?.[0]?.path).toBe('state')
    const about = { kind: 'task', id: 'beta.task.adult' }
    for (const [change, path] of [
      [{ group: 'alpha.group.old' }, 'group'],
      [{ agenda: [{ title: 'Theirs', about, minutes: null }] }, 'agenda.0.about'],
    ] as const) {
      const input = { title: 'Other', group: BOARD, date: '2023-04-12', agenda: [], ...change }
      const answer = await send('meetings', input, { as: 'person.programme-office' })
      expect((await expectProblem(answer, 'invalid-input')).errors?.[0]?.path).toBe(path)
    }
  })

  it('is kept by the secretary of its group and by the programme office', async () => {
    const input = { title: 'ICB', group: ICB, date: '2023-04-12', agenda: [] }
    await expectProblem(await send('meetings', input), 'not-allowed')
    await expectProblem(await send('meetings', input, { as: 'person.viewer' }), 'not-allowed')
    expect((await planned({ group: ICB }, 'person.programme-office')).mayManage).toBe(true)
  })
})

describe('what a meeting came to', () => {
  it('makes a task of an action, with owner and date, in one change', async () => {
    const { id } = await planned()
    const before = await lastSeq()
    const task = {
      ...{ title: 'Write the case', workstream: 'alpha.ws.adult', audience: ['adult'] },
      ...{ owner: 'person.secretary', due: '2023-05-01' },
    }
    expect((await send(`meetings/${id}/actions`, { item: null, task })).status).toBe(201)
    const entries = await journalSince(before)
    expect(entries.map(({ action }) => action).toSorted()).toEqual(['action.recorded', 'task.created'])
    expect(new Set(entries.map(({ at }) => at)).size).toBe(1)
    const { actions } = await packOf({ id })
    expect(actions).toMatchObject([
      {
        title: 'Write the case',
        task: { status: 'not-started', ownerName: 'Governance group secretary', due: '2023-05-01' },
      },
    ])
  })

  it('links a task that is there, and shows how it stands now', async () => {
    const { id } = await planned()
    await send(`meetings/${id}/actions`, { item: null, task: { id: 'alpha.task.children' } })
    expect((await packOf({ id })).actions[0]?.task).toMatchObject({ status: 'in-progress', daysLate: 3 })
    await expectProblem(
      await send(`meetings/${id}/actions`, { item: null, task: { id: 'beta.task.adult' } }),
      'not-found',
    )
  })

  it('can be taken back, and stays on record', async () => {
    const { id } = await planned()
    await send(`meetings/${id}/decisions`, decided)
    const [decision] = (await packOf({ id })).decisions
    const withdraw = () =>
      send(
        `decisions/${decision?.id}/withdraw`,
        { reason: 'Typed twice' },
        { version: decision?.version ?? 0 },
      )
    expect(MeetingSaved.parse(await (await withdraw()).json()).item.decisions).toBe(0)
    expect((await packOf({ id })).decisions[0]?.state).toBe('withdrawn')
    await expectProblem(await withdraw(), 'conflict')
  })

  it('cannot be recorded under an item that is not there, in a meeting that was called off, or by a reader', async () => {
    const { id, version } = await planned()
    const before = await storedRows(service.opened.database)
    const wrong = await send(`meetings/${id}/decisions`, { ...decided, item: 'item-9' })
    await expectProblem(wrong, 'invalid-input')
    await expectProblem(
      await send(`meetings/${id}/decisions`, decided, { as: 'person.viewer' }),
      'not-allowed',
    )
    expect(await storedRows(service.opened.database)).toBe(before)
    await send(`meetings/${id}`, { state: 'cancelled' }, { method: 'PATCH', version })
    await expectProblem(await send(`meetings/${id}/decisions`, decided), 'conflict')
  })

  it('is shown in the pack of the next meeting', async () => {
    const last = await planned({ title: 'February', date: '2023-02-10' })
    expect(last.state).toBe('held')
    await send(`meetings/${last.id}/decisions`, decided)
    const next = await planned({ title: 'March', date: '2023-03-20' })
    expect((await packOf(next)).last).toMatchObject({ id: last.id, decisions: [{ title: 'Go ahead' }] })
  })

  it('keeps an item under which something was recorded on the agenda', async () => {
    const item = { title: 'First', about: null, minutes: null }
    const { id, version } = await planned({ agenda: [item] })
    await send(`meetings/${id}/decisions`, { ...decided, item: 'item-1' })
    const answer = await send(`meetings/${id}`, { agenda: [] }, { method: 'PATCH', version })
    expect((await expectProblem(answer, 'invalid-input')).errors?.[0]?.path).toBe('agenda')
  })
})

describe('a question that goes up', () => {
  const Escalations = z.object({ items: z.array(EscalationView) })
  const question = { title: 'May we spend it?', work: null }
  const asked = { to: ICB, asked: 'By the end of May', questions: [question] }

  async function issued(): Promise<Report> {
    const period = { from: '2022-10-01', to: '2022-12-31' }
    const drafted = Report.parse(await (await send('reports', { group: BOARD, period })).json())
    await expectProblem(await send(`reports/${drafted.id}/escalations`, asked), 'conflict')
    return Report.parse(
      await (await send(`reports/${drafted.id}/issue`, undefined, { method: 'POST', version: 1 })).json(),
    )
  }

  it('stands in the next draft of the group above until a meeting answers it', async () => {
    const report = await issued()
    const answer = await send(`reports/${report.id}/escalations`, asked)
    expect(answer.status).toBe(201)
    const [raised] = Escalations.parse(await answer.json()).items
    expect(raised).toMatchObject({
      ...{ title: 'May we spend it?', state: 'open', decision: null },
      report: { id: report.id, number: report.number },
      from: { name: 'The board' },
    })
    const office = { as: 'person.programme-office' }
    const draft = async (to: string) => {
      const json = { group: ICB, period: { from: '2023-01-01', to } }
      return Report.parse(await (await send('reports', json, office)).json())
    }
    const first = await draft('2023-03-31')
    expect(first.content.escalated).toEqual([
      {
        ...{ id: raised?.id, title: 'May we spend it?', asked: 'By the end of May' },
        ...{ from: { id: BOARD, name: 'The board' }, report: { id: report.id, number: report.number } },
      },
    ])
    expect(first.content.narrative.decisions).toContain('May we spend it? (escalated by The board)')

    const meeting = await planned({ group: ICB }, 'person.programme-office')
    expect((await packOf(meeting)).escalated.map(({ id }) => id)).toEqual([raised?.id])
    const answers = { ...decided, answers: raised?.id }
    expect((await send(`meetings/${meeting.id}/decisions`, answers, office)).status).toBe(201)
    expect((await packOf(meeting)).escalated).toEqual([])
    const { items } = listOf(EscalationView).parse(
      await (await send(`escalations?report=${report.id}`)).json(),
    )
    expect(items).toMatchObject([{ state: 'answered', decision: { title: 'Go ahead', meeting: meeting.id } }])
    expect((await draft('2023-04-30')).content.escalated).toBeUndefined()
    await expectProblem(await send(`meetings/${meeting.id}/decisions`, answers, office), 'invalid-input')

    const [decision] = (await packOf(meeting)).decisions
    await send(
      `decisions/${decision?.id}/withdraw`,
      { reason: 'By mistake' },
      { ...office, version: decision?.version ?? 0 },
    )
    expect((await packOf(meeting)).escalated.map(({ id }) => id)).toEqual([raised?.id])
  })

  it('goes only where the group reports to, and only with work that waits for a decision', async () => {
    const { items } = listOf(z.object({ id: z.string(), status: z.string() })).parse(
      await (await send(`reports?group=${BOARD}`)).json(),
    )
    const id = items.find(({ status }) => status === 'issued')?.id
    for (const wrong of [
      { ...asked, to: BOARD },
      { ...asked, questions: [{ ...question, work: { kind: 'task', id: 'alpha.task.adult' } }] },
    ])
      await expectProblem(await send(`reports/${id}/escalations`, wrong), 'invalid-input')
    await expectProblem(
      await send(`reports/${id}/escalations`, asked, { as: 'person.viewer' }),
      'not-allowed',
    )
  })
})
