import { Report, type ReportFormat } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRules, type Rules } from '../rules.ts'
import { sha256 } from '../store/canonical-json.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'
import { DOCUMENT_FORM } from '../documents/content/marker.ts'
import { ReportFileVerification } from '../verbs/reports/verify-file.ts'

const REPORTS = '/api/programmes/bnssg/reports'
const FORMATS = ['html', 'docx', 'xlsx', 'pptx', 'json'] as const

let service: TestService
let cookie: string
let report: Report
let files: Map<ReportFormat, Uint8Array>

beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: exampleProgramme('bnssg').state }],
    rules: loadRules(),
  })
  cookie = await service.signIn('person.secretary')
  report = await issue(await draft())
  files = await filesOf(service, report.id)
})
afterAll(() => service.close())

async function draft(): Promise<Report> {
  const json = {
    group: 'bnssg.group.eolc-programme-board',
    period: { from: '2023-01-01', to: '2023-03-31' },
  }
  return Report.parse(await (await service.send(REPORTS, { cookie, json })).json())
}

async function issue({ id, version }: Report): Promise<Report> {
  const headers = { 'if-match': `"${version}"` }
  const answer = await service.send(`${REPORTS}/${id}/issue`, { cookie, method: 'POST', headers })
  return Report.parse(await answer.json())
}

function download(from: TestService, id: string, format: ReportFormat): Promise<Response> {
  return from.send(`${REPORTS}/${id}/document?format=${format}`, { cookie })
}

async function filesOf(from: TestService, id: string): Promise<Map<ReportFormat, Uint8Array>> {
  const found = new Map<ReportFormat, Uint8Array>()
  for (const format of FORMATS) {
    const answer = await download(from, id, format)
    expect(answer.status).toBe(200)
    found.set(format, new Uint8Array(await answer.arrayBuffer()))
  }
  return found
}

async function check(
  file: Uint8Array,
  format: ReportFormat,
  form = DOCUMENT_FORM,
): Promise<ReportFileVerification> {
  const query = `sha256=${sha256(file)}&format=${format}&form=${form}`
  const answer = await service.send(`${REPORTS}/${report.id}/verify-file?${query}`, { cookie })
  return ReportFileVerification.parse(await answer.json())
}

/** The real rules with other words and severities, as a later version might have them. */
function otherRules(): Rules {
  const rules = loadRules()
  const judge: Rules['judge'] = (state, asAt) =>
    rules.judge(state, asAt).map((flag) => ({ ...flag, severity: 'low', title: `Renamed ${flag.title}` }))
  return { ...rules, judge }
}

async function renameEverything(): Promise<void> {
  await service.context.store.change(
    { programme: 'bnssg', actor: 'system', idempotency: null },
    ({ before, put }) => {
      const { state, versions } = before
      for (const task of state.records.task)
        put(
          'task',
          { ...task, status: 'done', title: `Renamed ${task.title}` },
          {
            expectedVersion: versions.get(`task/${task.id}`) ?? null,
            action: 'task.updated',
            why: null,
          },
        )
      for (const group of state.records.group)
        put(
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
}

describe('the files of a report', () => {
  it.each([
    ['html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PK'],
    ['json', 'application/json', '{'],
  ] as const)(
    'come as %s, to be kept under a name that says which report it is',
    async (format, type, begins) => {
      const answer = await download(service, report.id, format)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="highlight-report-1-version-1.${format}"`,
      )
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .startsWith(begins),
      ).toBe(true)
    },
  )

  it('are refused to somebody who is not signed in, and for a report that is not there', async () => {
    await expectProblem(await service.send(`${REPORTS}/${report.id}/document?format=docx`), 'not-signed-in')
    await expectProblem(await download(service, 'bnssg.report.999', 'docx'), 'not-found')
    await expectProblem(
      await service.send(`${REPORTS}/${report.id}/document?format=odt`, { cookie }),
      'invalid-input',
    )
  })

  it('say what to set up where no PDF can be printed', async () => {
    const problem = await expectProblem(await download(service, report.id, 'pdf'), 'not-set-up')
    expect(problem.detail).toContain('WORKPLAN_CHROMIUM')
  })

  it('name a draft as one', async () => {
    const answer = await download(service, (await draft()).id, 'html')
    expect(answer.headers.get('content-disposition')).toContain('highlight-report-draft.html')
    expect(await answer.text()).toContain('<body class="draft">')
  })
})

describe('a file that somebody has', () => {
  it.each(FORMATS)('is recognised as issued: %s', async (format) => {
    expect(await check(files.get(format) ?? new Uint8Array(), format)).toMatchObject({
      outcome: 'unchanged',
      report: { id: report.id, number: 1, edition: 1, issuedAt: report.issuedAt },
    })
  })

  it.each(FORMATS)('is found out when one byte of it was changed: %s', async (format) => {
    const changed = new Uint8Array(files.get(format) ?? [])
    changed.set([(changed.at(-9) ?? 0) ^ 1], changed.length - 9)
    expect((await check(changed, format)).outcome).toBe('not-as-issued')
  })

  it('is not called changed when it was written in another form', async () => {
    expect(await check(new Uint8Array([1]), 'docx', 0)).toMatchObject({
      outcome: 'not-comparable',
      because: 'another-form',
    })
  })

  it('cannot be held against a draft', async () => {
    const { id } = await draft()
    const query = `sha256=${'0'.repeat(64)}&format=json&form=1`
    await expectProblem(await service.send(`${REPORTS}/${id}/verify-file?${query}`, { cookie }), 'conflict')
  })
})

describe('after records, names and rules changed, and the report was corrected', () => {
  it('the report and all its files are the same to the byte', async () => {
    await renameEverything()
    const later = await openServiceOver(service.opened, { rules: otherRules() })
    await later.context.store.rejudge('bnssg', { kind: 'rules', id: 'rules', title: 'New rules' })
    const json = { reason: 'A name was wrong' }
    const begun = await later.send(`${REPORTS}/${report.id}/corrections`, { cookie, json })
    const right = await issue(Report.parse(await begun.json()))

    const now = Report.parse(await (await later.send(`${REPORTS}/${report.id}`, { cookie })).json())
    expect(now).toEqual({ ...report, status: 'superseded', supersededBy: right.id })
    const filesNow = await filesOf(later, report.id)
    for (const format of FORMATS)
      expect(sha256(filesNow.get(format) ?? '')).toBe(sha256(files.get(format) ?? ' '))
    later.stop()
    await later.context.changes.close()

    expect(await check(filesNow.get('docx') ?? new Uint8Array(), 'docx')).toMatchObject({
      outcome: 'unchanged',
      supersededBy: { id: right.id, number: 2 },
    })
  }, 60_000)

  it('says of every file when the stored report is not what was issued', async () => {
    const client = await service.opened.pool.connect()
    try {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      await client.query(`update reports set title = 'A better title' where id = $1`, [report.id])
      await client.query('commit')
    } finally {
      client.release()
    }
    expect((await check(files.get('json') ?? new Uint8Array(), 'json')).outcome).toBe('record-altered')
  })
})
