import { Report, ReportSummary, type GovernanceGroup, type ProgrammeState, type Task } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOf } from '../http/lists.ts'
import { boardOf } from '../testing/board.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const REPORTS = '/api/programmes/alpha/reports'
const first = { from: '2022-10-01', to: '2022-12-31' }
const second = { from: '2023-01-01', to: '2023-03-31' }

let service: TestService
let secretary: string

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: programmeWithGroups() }] })
  secretary = await service.signIn('person.secretary')
})
afterAll(() => service.close())

function programmeWithGroups(): ProgrammeState {
  const state = smallProgramme('alpha')
  state.records.group = [group('board', 'active'), group('delivery', 'active'), group('old', 'retired')]
  return state
}

function group(name: string, state: GovernanceGroup['state']): GovernanceGroup {
  return boardOf(`alpha.group.${name}`, { name: `The ${name} group`, state })
}

function send(path: string, options: SendOptions = {}): Promise<Response> {
  return service.send(path, { cookie: secretary, ...options })
}

async function draft(name: string, period = second): Promise<Report> {
  const answer = await send(REPORTS, { json: { group: `alpha.group.${name}`, period } })
  expect(answer.status).toBe(201)
  return Report.parse(await answer.json())
}

function edit({ id, version }: Pick<Report, 'id' | 'version'>, json: unknown): Promise<Response> {
  return send(`${REPORTS}/${id}`, { method: 'PATCH', json, headers: { 'if-match': `"${version}"` } })
}

function issue(
  { id, version }: Pick<Report, 'id' | 'version'>,
  options: SendOptions = {},
): Promise<Response> {
  return send(`${REPORTS}/${id}/issue`, {
    method: 'POST',
    ...options,
    headers: { 'if-match': `"${version}"`, ...options.headers },
  })
}

async function issued(name: string, period = second): Promise<Report> {
  const answer = await issue(await draft(name, period))
  expect(answer.status).toBe(200)
  return Report.parse(await answer.json())
}

async function reportAt(id: string): Promise<Report> {
  return Report.parse(await (await send(`${REPORTS}/${id}`)).json())
}

async function setTask(parts: Partial<Task>): Promise<void> {
  await service.context.store.change(
    { programme: 'alpha', actor: 'system', idempotency: null },
    (change) => {
      const [task] = change.before.state.records.task
      if (!task) throw new Error('There is no task')
      const expectedVersion = change.before.versions.get(`task/${task.id}`) ?? null
      change.put('task', { ...task, ...parts }, { expectedVersion, action: 'task.updated', why: null })
    },
    () => null,
  )
}

describe('drafting', () => {
  it('draws the report up from the records, ready to issue', async () => {
    const report = await draft('board')
    expect(report).toMatchObject({
      version: 1,
      number: null,
      status: 'draft',
      title: 'Highlight report to The board group, Quarter 4 of 2022-23',
      draftedBy: 'Governance group secretary',
      hash: null,
      checks: [],
    })
    expect(report.content.late.map(({ id }) => id)).toEqual(['alpha.task.adult', 'alpha.task.children'])
    expect(report.content.flagsRaised).toHaveLength(2)
    expect(await reportAt(report.id)).toEqual(report)
  })

  it('gives the days of a period that is no quarter', async () => {
    const report = await draft('board', { from: '2023-02-01', to: '2023-03-13' })
    expect(report.title).toBe('Highlight report to The board group, 1 February 2023 to 13 March 2023')
  })

  it.each([
    ['an unknown group', { group: 'alpha.group.none', period: second }],
    ['a group that has ended', { group: 'alpha.group.old', period: second }],
    [
      'a period that ends before it begins',
      { group: 'alpha.group.board', period: { from: '2023-03-31', to: '2023-01-01' } },
    ],
  ])('refuses %s', async (_what, json) => {
    const before = await storedRows(service.opened.database)
    await expectProblem(await send(REPORTS, { json }), 'invalid-input')
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each(['person.viewer', 'person.sro', 'person.lead-adult'])('is not for %s', async (person) => {
    const cookie = await service.signIn(person)
    const json = { group: 'alpha.group.board', period: second }
    await expectProblem(await send(REPORTS, { cookie, json }), 'not-allowed')
  })

  it('happens once when it is sent twice with one key', async () => {
    const headers = { 'idempotency-key': 'draft-once' }
    const json = { group: 'alpha.group.board', period: second }
    const answers = [await send(REPORTS, { json, headers }), await send(REPORTS, { json, headers })]
    const [one, other] = await Promise.all(answers.map(async (answer) => Report.parse(await answer.json())))
    expect(other).toEqual(one)
  })
})

describe('editing a draft', () => {
  it('keeps words and ratings of people, and the figures as they were taken', async () => {
    const report = await draft('board')
    const overrides = [{ dimension: 'schedule', rag: 'green', reason: 'New dates were agreed' }]
    const answer = await edit(report, {
      title: 'Our report',
      narrative: { risks: 'None to speak of' },
      overrides,
    })
    const edited = Report.parse(await answer.json())
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(edited).toMatchObject({ title: 'Our report', version: 2, checks: [] })
    expect(edited.content.narrative).toEqual({ ...report.content.narrative, risks: 'None to speak of' })
    expect(edited.content.ratings.find(({ dimension }) => dimension === 'schedule')).toMatchObject({
      computed: 'amber',
      rag: 'green',
      overrideReason: 'New dates were agreed',
    })
    expect(edited.content.late).toEqual(report.content.late)
  })

  it('says that figures are old, and takes them anew when asked', async () => {
    const report = await draft('board')
    await edit(report, { narrative: { summary: 'Our own words' } })
    await setTask({ due: '2023-01-31' })
    const stale = await reportAt(report.id)
    expect(stale.content.late).toEqual(report.content.late)
    expect(stale.checks.map(({ section }) => section)).toEqual(['figures'])
    const fresh = Report.parse(await (await edit(stale, { refresh: true })).json())
    expect(fresh.checks).toEqual([])
    expect(fresh.content.late[0]).toMatchObject({ id: 'alpha.task.adult', due: '2023-01-31' })
    expect(fresh.content.narrative.summary).toBe('Our own words')
    await setTask({ due: '2023-03-10' })
  })

  it('makes no new version of what is there already', async () => {
    const report = await draft('board')
    const before = await storedRows(service.opened.database)
    const { narrative } = report.content
    expect(Report.parse(await (await edit(report, { title: report.title, narrative })).json())).toEqual(
      report,
    )
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('refuses a rating without a reason, naming the field', async () => {
    const report = await draft('board')
    const overrides = [{ dimension: 'schedule', rag: 'green', reason: null }]
    const problem = await expectProblem(await edit(report, { overrides }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual(['overrides.0.reason'])
    expect(await reportAt(report.id)).toEqual(report)
  })

  it('refuses to overwrite what somebody else wrote meanwhile', async () => {
    const report = await draft('board')
    await edit(report, { narrative: { done: 'First' } })
    const problem = await expectProblem(
      await edit(report, { narrative: { done: 'Second' } }),
      'stale-version',
    )
    expect(Report.parse(problem.current).content.narrative.done).toBe('First')
    const blind = await send(`${REPORTS}/${report.id}`, { method: 'PATCH', json: { title: 'Mine' } })
    await expectProblem(blind, 'version-required')
  })

  it('is allowed to the programme office, issuing is not', async () => {
    const cookie = await service.signIn('person.programme-office')
    const report = await draft('board')
    const headers = { 'if-match': '"1"' }
    const answer = await send(`${REPORTS}/${report.id}`, {
      cookie,
      method: 'PATCH',
      json: { title: 'By the office' },
      headers,
    })
    expect(answer.status).toBe(200)
    await expectProblem(await issue({ id: report.id, version: 2 }, { cookie }), 'not-allowed')
  })
})

describe('issuing', () => {
  it('numbers the reports of each group and keeps the last rating beside the new one', async () => {
    const one = await issued('delivery', first)
    const two = await issued('delivery')
    expect([one.number, two.number]).toEqual([1, 2])
    expect(two).toMatchObject({
      status: 'issued',
      issuedBy: 'Governance group secretary',
      supersededBy: null,
    })
    expect(two.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(two.content.ratings.map(({ lastPeriod }) => lastPeriod)).toEqual(
      one.content.ratings.map(({ rag }) => rag),
    )
    expect((await reportAt(one.id)).status).toBe('issued')
  })

  it('keeps with the group up to which day it has been reported to, never an earlier one', async () => {
    const lastReportOn = async () => {
      const { state } = await service.context.store.readProgramme('alpha')
      return state.records.group.find(({ id }) => id === 'alpha.group.delivery')?.lastReportOn
    }
    await issued('delivery')
    expect(await lastReportOn()).toBe(second.to)
    await issued('delivery', first)
    expect(await lastReportOn()).toBe(second.to)
  })

  it('replaces the report on the same period, which says by which', async () => {
    const wrong = await issued('board', first)
    const right = await issued('board', first)
    expect(await reportAt(wrong.id)).toEqual({ ...wrong, status: 'superseded', supersededBy: right.id })
    expect(right.number).toBe((wrong.number ?? 0) + 1)
    const list = await send(`${REPORTS}?group=alpha.group.board`)
    const { items } = listOf(ReportSummary).parse(await list.json())
    expect(items[0]?.id).toBe(right.id)
    expect(items.every((report) => report.group.id === 'alpha.group.board')).toBe(true)
  })

  it('is refused while something is left to put right', async () => {
    const report = await draft('board')
    await setTask({ status: 'blocked', statusReason: 'decision-needed' })
    const refreshed = Report.parse(
      await (await edit(report, { refresh: true, narrative: { decisions: '' } })).json(),
    )
    const before = await storedRows(service.opened.database)
    const problem = await expectProblem(await issue(refreshed), 'conflict')
    expect(problem.errors?.map(({ path }) => path)).toContain('decisions')
    expect(await storedRows(service.opened.database)).toBe(before)
    await setTask({ status: 'in-progress', statusReason: null })
  })

  it('is refused for a version that is not the present one, and a second time', async () => {
    const report = await draft('board')
    await expectProblem(await issue({ ...report, version: 7 }), 'stale-version')
    expect((await issue(report)).status).toBe(200)
    await expectProblem(await issue({ ...report, version: 2 }), 'conflict')
    await expectProblem(await edit({ ...report, version: 2 }, { title: 'Other' }), 'conflict')
  })

  it('gives everyone who issues at once a number of their own', async () => {
    const drafts = [await draft('board'), await draft('board'), await draft('board'), await draft('board')]
    const answers = await Promise.all(drafts.map((report) => issue(report)))
    const reports = await Promise.all(answers.map(async (answer) => Report.parse(await answer.json())))
    expect(new Set(reports.map(({ number }) => number)).size).toBe(4)
    const now = await Promise.all(reports.map(({ id }) => reportAt(id)))
    expect(now.filter(({ status }) => status === 'issued')).toHaveLength(1)
  })

  it('happens once when it is sent twice with one key', async () => {
    const report = await draft('board')
    const headers = { 'idempotency-key': 'issue-once' }
    const answers = [await issue(report, { headers }), await issue(report, { headers })]
    const [one, other] = await Promise.all(answers.map(async (answer) => Report.parse(await answer.json())))
    expect(one?.status).toBe('issued')
    expect(other).toEqual(one)
  })

  it('is for the secretary of the group only', async () => {
    const state = smallProgramme('beta')
    state.records.group = [
      { ...group('one', 'active'), id: 'beta.group.one' },
      { ...group('two', 'active'), id: 'beta.group.two' },
    ]
    await service.context.store.addProgramme(state, [
      {
        person: 'person.secretary',
        role: 'group-secretary',
        app: null,
        workstreams: null,
        groups: ['beta.group.one'],
      },
      {
        person: 'person.programme-office',
        role: 'programme-office',
        app: null,
        workstreams: null,
        groups: null,
      },
    ])
    const there = '/api/programmes/beta/reports'
    const json = (name: string) => ({ group: `beta.group.${name}`, period: second })
    expect((await send(there, { json: json('one') })).status).toBe(201)
    await expectProblem(await send(there, { json: json('two') }), 'not-allowed')
    const cookie = await service.signIn('person.programme-office')
    const { id } = Report.parse(await (await send(there, { cookie, json: json('two') })).json())
    const headers = { 'if-match': '"1"' }
    await expectProblem(await send(`${there}/${id}/issue`, { method: 'POST', headers }), 'not-allowed')
    const method = 'PATCH'
    await expectProblem(
      await send(`${there}/${id}`, { method, headers, json: { title: 'Mine' } }),
      'not-allowed',
    )
  })

  it('knows no report that is not there', async () => {
    await expectProblem(await issue({ id: 'alpha.report.999', version: 1 }), 'not-found')
  })
})
