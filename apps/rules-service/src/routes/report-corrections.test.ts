import { Report, ReportSummary, type ProgrammeState } from '@workplan/domain'
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
import { ReportVerification } from '../verbs/reports/verify-report.ts'

const REPORTS = '/api/programmes/alpha/reports'
const reason = 'The number of flags was wrong.'

let service: TestService
let secretary: string

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: programmeWithBoard() }] })
  secretary = await service.signIn('person.secretary')
})
afterAll(() => service.close())

function programmeWithBoard(): ProgrammeState {
  const state = smallProgramme('alpha')
  state.records.group = [boardOf('alpha.group.board')]
  return state
}

function send(path: string, options: SendOptions = {}): Promise<Response> {
  return service.send(path, { cookie: secretary, ...options })
}

async function reportOf(answer: Promise<Response>): Promise<Report> {
  return Report.parse(await (await answer).json())
}

/** A year of its own for each test, so that none corrects the report of another. */
let year = 2000
async function issuedReport(): Promise<Report> {
  year += 1
  const json = { group: 'alpha.group.board', period: { from: `${year}-01-01`, to: `${year}-12-31` } }
  const drafted = await reportOf(send(REPORTS, { json }))
  return issue(await saySummary(drafted, 'Schedule is amber.'))
}

function saySummary({ id, version }: Report, summary: string): Promise<Report> {
  const headers = { 'if-match': `"${version}"` }
  return reportOf(send(`${REPORTS}/${id}`, { method: 'PATCH', json: { narrative: { summary } }, headers }))
}

function issue({ id, version }: Report): Promise<Report> {
  return reportOf(send(`${REPORTS}/${id}/issue`, { method: 'POST', headers: { 'if-match': `"${version}"` } }))
}

function correct({ id }: Report, options: SendOptions = {}): Promise<Response> {
  return send(`${REPORTS}/${id}/corrections`, { json: { reason }, ...options })
}

async function changeTask(): Promise<void> {
  await service.context.store.change(
    { programme: 'alpha', actor: 'system', idempotency: null },
    ({ before, put }) => {
      const [task] = before.state.records.task
      if (!task) throw new Error('There is no task')
      const expectedVersion = before.versions.get(`task/${task.id}`) ?? null
      const title = `${task.title}, renamed`
      put('task', { ...task, title }, { expectedVersion, action: 'task.updated', why: null })
    },
    () => null,
  )
}

describe('correcting an issued report', () => {
  it('begins with what the report says, and may be issued with its figures although the records moved on', async () => {
    const wrong = await issuedReport()
    await changeTask()
    const answer = await correct(wrong)
    expect(answer.status).toBe(201)
    const begun = Report.parse(await answer.json())
    const { correction, ...content } = begun.content
    expect(content).toEqual(wrong.content)
    expect(correction).toEqual({
      of: wrong.id,
      number: wrong.number,
      edition: 1,
      issuedAt: wrong.issuedAt,
      figuresTakenAt: wrong.content.refreshedAt,
      reason,
    })
    expect(begun).toMatchObject({ status: 'draft', edition: 2, title: wrong.title, checks: [] })
    expect(await reportOf(send(`${REPORTS}/${wrong.id}`))).toEqual(wrong)
  })

  it('takes the place of the report when it is issued, which changes in nothing else', async () => {
    const wrong = await issuedReport()
    const begun = await saySummary(await reportOf(correct(wrong)), 'Schedule is amber. Two flags, not three.')
    const right = await issue(begun)
    expect(right).toMatchObject({ status: 'issued', edition: 2, number: (wrong.number ?? 0) + 1 })
    expect(right.hash).not.toBe(wrong.hash)
    expect(await reportOf(send(`${REPORTS}/${wrong.id}`))).toEqual({
      ...wrong,
      status: 'superseded',
      supersededBy: right.id,
    })
    const checked = await send(`${REPORTS}/${wrong.id}/verify`)
    expect(ReportVerification.parse(await checked.json())).toMatchObject({
      matches: true,
      hash: wrong.hash,
      supersededBy: { id: right.id, number: right.number, issuedAt: right.issuedAt },
    })
  })

  it('is journalled with number, hash, what it corrects and why', async () => {
    const wrong = await issuedReport()
    const right = await issue(await reportOf(correct(wrong)))
    const entries = await service.context.store.readJournal('alpha', {
      kind: 'report',
      order: 'newest-first',
      limit: 2,
    })
    expect(entries).toMatchObject([
      { action: 'report.superseded', recordId: wrong.id, after: { supersededBy: right.id }, why: reason },
      {
        action: 'report.issued',
        recordId: right.id,
        after: { number: right.number, hash: right.hash, corrects: wrong.id, edition: 2 },
        why: reason,
      },
    ])
    const checked = await send(`${REPORTS}/${right.id}/verify`)
    expect(ReportVerification.parse(await checked.json()).matches).toBe(true)
  })

  it('keeps what it corrects when its figures are taken anew, and then they must be those of the records', async () => {
    const begun = await reportOf(correct(await issuedReport()))
    const headers = { 'if-match': '"1"' }
    const path = `${REPORTS}/${begun.id}`
    const fresh = await reportOf(send(path, { method: 'PATCH', json: { refresh: true }, headers }))
    expect(fresh.content.correction).toEqual(begun.content.correction)
    await changeTask()
    expect((await reportOf(send(path))).checks.map(({ section }) => section)).toEqual(['figures'])
  })

  it('takes the place of the last correction when two were begun', async () => {
    const wrong = await issuedReport()
    const [one, other] = [await reportOf(correct(wrong)), await reportOf(correct(wrong))]
    const second = await issue(one)
    const third = await issue(other)
    expect(third).toMatchObject({
      edition: 3,
      content: { correction: { of: second.id, number: second.number } },
    })
    const list = await send(`${REPORTS}?limit=500`)
    const { items } = listOf(ReportSummary).parse(await list.json())
    const chain = [wrong, second].map(({ id }) => items.find((report) => report.id === id)?.supersededBy)
    expect(chain).toEqual([second.id, third.id])
  })

  it('is refused for a draft, for a report that was corrected already, and without a reason', async () => {
    const wrong = await issuedReport()
    const begun = await reportOf(correct(wrong))
    await expectProblem(await correct(begun), 'conflict')
    await expectProblem(await correct(wrong, { json: { reason: ' ' } }), 'invalid-input')
    await issue(begun)
    const before = await storedRows(service.opened.database)
    await expectProblem(await correct(wrong), 'conflict')
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each(['person.viewer', 'person.sro'])('is not for %s', async (person) => {
    const wrong = await issuedReport()
    await expectProblem(await correct(wrong, { cookie: await service.signIn(person) }), 'not-allowed')
  })

  it('happens once when it is sent twice with one key', async () => {
    const wrong = await issuedReport()
    const headers = { 'idempotency-key': 'correct-once' }
    const [one, other] = [
      await reportOf(correct(wrong, { headers })),
      await reportOf(correct(wrong, { headers })),
    ]
    expect(other).toEqual(one)
  })
})
