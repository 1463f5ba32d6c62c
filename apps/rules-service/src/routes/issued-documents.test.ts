import {
  recordKinds,
  Report,
  ReportFormat,
  type FrameworkLibrary,
  type RecordKind,
  type RecordOf,
  type Severity,
} from '@workplan/domain'
import { strFromU8, unzipSync } from 'fflate'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DOCUMENT_FORM } from '../documents/content/marker.ts'
import { exampleTemplate, inPart } from '../documents/example-template.fixture.ts'
import { loadRules, type Rules } from '../rules.ts'
import { sha256 } from '../store/canonical-json.ts'
import { recordKey } from '../store/programme.ts'
import type { Change } from '../store/store.ts'
import { writeFakeChromium } from '../testing/fake-chromium.ts'
import { openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'
import { ReportFileVerification } from '../verbs/reports/verify-file.ts'

const REPORTS = '/api/programmes/bnssg/reports'
const BOARD = 'bnssg.group.eolc-programme-board'

let folder: string
let service: TestService
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-issued-'))
  const chromium = await writeFakeChromium(join(folder, 'chromium'))
  const programmes = [{ state: exampleProgramme('bnssg').state }]
  service = await openTestService({ programmes, rules: loadRules(), config: { chromium } })
  cookie = await service.signIn('person.secretary')
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

async function issuedReport(): Promise<Report> {
  const json = { group: BOARD, period: { from: '2023-01-01', to: '2023-03-31' } }
  const drafted = Report.parse(await (await service.send(REPORTS, { cookie, json })).json())
  const sent = { cookie, method: 'POST', headers: { 'if-match': '"1"' } }
  return Report.parse(await (await service.send(`${REPORTS}/${drafted.id}/issue`, sent)).json())
}

/** The report and every document of it, as the service gives them. */
async function everything(from: TestService, { id }: Report) {
  const report = Report.parse(await (await from.send(`${REPORTS}/${id}`, { cookie })).json())
  const documents: Record<string, Buffer> = {}
  for (const format of ReportFormat.options) {
    const answer = await from.send(`${REPORTS}/${id}/document?format=${format}`, { cookie })
    expect([format, answer.status]).toEqual([format, 200])
    documents[format] = Buffer.from(await answer.arrayBuffer())
  }
  return { report, documents }
}

/** Gives every record that has a title or a name another, finishes all work and retires every group. */
function changeAll(change: Change): number {
  return recordKinds.reduce((changed, kind) => changed + changeKind(change, kind), 0)
}

function changeKind<K extends RecordKind>({ before, put }: Change, kind: K): number {
  const records: readonly RecordOf<K>[] = before.state.records[kind]
  for (const record of records) {
    const expectedVersion = before.versions.get(recordKey(kind, record.id)) ?? null
    put(kind, renamed(record), { expectedVersion, action: `${kind}.updated`, why: null })
  }
  return records.length
}

function renamed<Changed extends object>(record: Changed): Changed {
  const others = {
    ...('title' in record && { title: `Renamed ${String(record.title)}` }),
    ...('name' in record && { name: `Renamed ${String(record.name)}` }),
    ...('percent' in record && { status: 'done', percent: 100 }),
    ...('chairAsStated' in record && { state: 'retired' }),
    ...('evidenceState' in record && { gap: 'Another gap' }),
  }
  return { ...record, ...others }
}

/** A later version of the rules and the frameworks: every rule as bad as this, every requirement called otherwise. */
function laterRules(severity: Severity): Rules {
  const rules = loadRules()
  const { frameworks, requirements } = rules.library
  const library: FrameworkLibrary = {
    ...rules.library,
    frameworks: frameworks.map((framework) => ({ ...framework, name: `Renamed ${framework.name}` })),
    requirements: new Map(
      [...requirements].map(([id, requirement]) => [
        id,
        { ...requirement, title: `Renamed ${requirement.title}` },
      ]),
    ),
  }
  const judge: Rules['judge'] = (state, asAt) =>
    rules.judge(state, asAt).map((flag) => ({ ...flag, severity, title: `Renamed ${flag.title}` }))
  return { ...rules, library, judge }
}

async function setTemplate(from: TestService, file: Uint8Array | null, version: number): Promise<void> {
  const office = await from.signIn('person.programme-office')
  const json = { template: file && { name: 'board.docx', file: Buffer.from(file).toString('base64') } }
  const headers = { 'if-match': `"${version}"` }
  const options = { cookie: office, method: 'PUT', headers, json }
  expect((await from.send('/api/programmes/bnssg/word-template', options)).status).toBe(200)
}

it('an issued report and all its documents stay the same to the byte, whatever happens afterwards', async () => {
  await setTemplate(service, await exampleTemplate(), 0)
  const issued = await issuedReport()
  const before = await everything(service, issued)
  const other = await exampleTemplate((parts) => inPart(parts, 'word/styles.xml', 'Georgia', 'Verdana'))
  await setTemplate(service, other, 1)

  const changed = await service.context.store.change(
    { programme: 'bnssg', actor: 'system', idempotency: null },
    changeAll,
    (_outcome, count) => count,
  )
  expect(changed).toBeGreaterThan(300)
  const later = await openServiceOver(service.opened, {
    rules: laterRules('low'),
    config: { chromium: join(folder, 'chromium') },
  })
  await later.context.store.rejudge('bnssg', { kind: 'rules', id: 'rules', title: 'New rules' })
  await setTemplate(later, null, 3)

  const after = await everything(later, issued)
  expect(after.report).toEqual(before.report)
  expect(after.report.group.name).not.toContain('Renamed')
  for (const format of ReportFormat.options) {
    const [was, is] = [before.documents[format], after.documents[format]]
    expect([format, was && is && Buffer.compare(was, is)]).toEqual([format, 0])
    const file = `sha256=${sha256(was ?? '')}&format=${format}&form=${DOCUMENT_FORM}`
    const checked = await later.send(`${REPORTS}/${issued.id}/verify-file?${file}`, { cookie })
    expect([format, ReportFileVerification.parse(await checked.json()).outcome]).toEqual([
      format,
      'unchanged',
    ])
  }
  const word = strFromU8(
    unzipSync(after.documents['docx'] ?? new Uint8Array())['word/styles.xml'] ?? new Uint8Array(),
  )
  expect(word).toContain('Georgia')
  later.stop()
  await later.context.changes.close()

  // The group has ended meanwhile: nothing is drafted for it any more.
  const json = { group: BOARD, period: { from: '2023-04-01', to: '2023-06-30' } }
  const refused = await service.send(REPORTS, { cookie, json })
  expect(refused.status).toBe(400)
}, 60_000)
