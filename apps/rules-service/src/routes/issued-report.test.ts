import { Report, type Severity } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadRules, type Rules } from '../rules.ts'
import { journal, reports } from '../store/schema/index.ts'
import { openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'
import { ReportVerification } from '../verbs/reports/verify-report.ts'

const REPORTS = '/api/programmes/bnssg/reports'
const BOARD = 'bnssg.group.eolc-programme-board'

let service: TestService
let cookie: string
let report: Report

beforeAll(async () => {
  const rules = loadRules()
  service = await openTestService({ programmes: [{ state: exampleProgramme('bnssg').state }], rules })
  cookie = await service.signIn('person.secretary')
})
afterAll(() => service.close())

beforeEach(async () => {
  const period = { from: '2023-01-01', to: '2023-03-31' }
  const drafted = await service.send(REPORTS, { cookie, json: { group: BOARD, period } })
  const { id } = Report.parse(await drafted.json())
  const headers = { 'if-match': '"1"' }
  const answer = await service.send(`${REPORTS}/${id}/issue`, { cookie, method: 'POST', headers })
  report = Report.parse(await answer.json())
})

async function stored(from = service): Promise<Report> {
  return Report.parse(await (await from.send(`${REPORTS}/${report.id}`, { cookie })).json())
}

async function verification(): Promise<ReportVerification> {
  const answer = await service.send(`${REPORTS}/${report.id}/verify`, { cookie })
  expect(answer.status).toBe(200)
  return ReportVerification.parse(await answer.json())
}

/** The real rules, every one of them this bad, as a later version of the rules might have it. */
function rulesWith(severity: Severity): Rules {
  const rules = loadRules()
  const judge: Rules['judge'] = (state, asAt) =>
    rules.judge(state, asAt).map((flag) => ({ ...flag, severity, title: `Renamed ${flag.title}` }))
  return { ...rules, judge }
}

/** What the database answers to anyone who would change an issued report. */
const frozen = { cause: { message: 'an issued report never changes' } }

describe('an issued report', () => {
  it('stays as it was, whatever happens to records, names and rules', async () => {
    await service.context.store.change(
      { programme: 'bnssg', actor: 'system', idempotency: null },
      (change) => {
        const { state, versions } = change.before
        for (const task of state.records.task)
          change.put(
            'task',
            { ...task, status: 'done', percent: 100, title: `Renamed ${task.title}` },
            { expectedVersion: versions.get(`task/${task.id}`) ?? null, action: 'task.updated', why: null },
          )
        for (const group of state.records.group)
          change.put(
            'group',
            { ...group, name: `Renamed ${group.name}` },
            {
              expectedVersion: versions.get(`group/${group.id}`) ?? null,
              action: 'group.updated',
              why: null,
            },
          )
      },
      () => null,
    )
    expect(await stored()).toEqual(report)

    const later = await openServiceOver(service.opened, { rules: rulesWith('low') })
    await later.context.store.rejudge('bnssg', { kind: 'rules', id: 'rules', title: 'New rules' })
    const { flags } = await later.context.store.readProgramme('bnssg')
    expect(
      [...flags.values()].some(({ severity, status }) => severity === 'high' && status !== 'cleared'),
    ).toBe(false)
    expect(await stored(later)).toEqual(report)
    later.stop()
    await later.context.changes.close()

    expect(await verification()).toMatchObject({ matches: true, hash: report.hash })
  })

  it.each([
    ['its content', { content: {} as Report['content'] }],
    ['its title', { title: 'Another' }],
    ['its number', { number: 99 }],
    ['its hash', { hash: '0'.repeat(64) }],
    ['its status, back to a draft', { status: 'draft' as const }],
  ])('cannot be changed in the database: %s', async (_what, change) => {
    const { database } = service.opened
    await expect(database.update(reports).set(change).where(eq(reports.id, report.id))).rejects.toMatchObject(
      {
        cause: { message: 'an issued report never changes' },
      },
    )
    await expect(database.delete(reports).where(eq(reports.id, report.id))).rejects.toMatchObject(frozen)
    expect(await stored()).toEqual(report)
  })
})

describe('verifying', () => {
  it('names the entry of the journal that holds the hash', async () => {
    const { journalSeq } = await verification()
    const [entry] = await service.opened.database.select().from(journal).where(eq(journal.seq, journalSeq))
    expect(entry).toMatchObject({
      action: 'report.issued',
      recordId: report.id,
      after: { hash: report.hash, number: report.number },
    })
  })

  it.each([
    [
      'the content',
      `update reports set content = jsonb_set(content, '{openFlags,high}', '4711') where id = $1`,
    ],
    ['the title', `update reports set title = 'A better title' where id = $1`],
    [
      'content and hash together',
      `update reports set content = content - 'late', hash = repeat('0', 64) where id = $1`,
    ],
    [
      'the entry of the journal',
      `update journal set after = jsonb_set(after, '{number}', '7')
       where record_id = $1 and action = 'report.issued'`,
    ],
  ])('finds out when somebody got round the guards and altered %s', async (_what, statement) => {
    expect((await verification()).matches).toBe(true)
    const client = await service.opened.pool.connect()
    try {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      const altered = await client.query(statement, [report.id])
      expect(altered.rowCount).toBe(1)
      await client.query('commit')
    } finally {
      client.release()
    }
    expect((await verification()).matches).toBe(false)
  })

  it('has nothing to verify in a draft', async () => {
    const period = { from: '2023-01-01', to: '2023-03-31' }
    const drafted = await service.send(REPORTS, { cookie, json: { group: BOARD, period } })
    const { id } = Report.parse(await drafted.json())
    const answer = await service.send(`${REPORTS}/${id}/verify`, { cookie })
    expect(answer.status).toBe(409)
  })
})
