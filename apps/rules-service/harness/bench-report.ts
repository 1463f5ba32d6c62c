import { ReportFormat } from '@workplan/domain'
import { execFileSync } from 'node:child_process'
import { programEnvironment } from '../src/config.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { type ApiClient, clientWith } from './api-client.ts'
import { makeBenchDatabase, MEASURED } from './bench-database.ts'
import { readHarnessConfig } from './config.ts'
import { startServiceProcess } from './started-service.ts'

/** The example programme as it is: about as much work as an average group has, the measures of a round, and more flags. */
const SUBJECTS = 1
/** Most milliseconds for the draft, and for each document. */
const DRAFTED_WITHIN = 300
const WRITTEN_WITHIN = 3000
/** How often each format is written. */
const TIMES_EACH = 20

const ROOT = `/api/programmes/${MEASURED}`
const { rounds, seed } = readHarnessConfig(20)
const bench = await makeBenchDatabase({ subjects: SUBJECTS, random: seededRandom(seed) })
try {
  const { state, flags } = await bench.readProgramme(MEASURED)
  const group = state.records.group.find(({ state: stands }) => stands === 'active')
  const [task] = state.records.task
  if (!group || !task) throw new Error('there is no group or no task')
  const measures = state.records.answer.length
  const open = [...flags.values()].filter(({ status }) => status !== 'cleared').length
  say(
    `Drafting ${rounds} reports of ${state.records.task.length} tasks, ${measures} measures, ${open} open flags`,
  )
  const service = await startServiceProcess({
    dataFolder: bench.folder,
    databaseUrl: bench.url,
    secret: bench.secret,
  })
  try {
    const client = clientWith(await bench.sessionOf('person.secretary'), () => service.address)
    const office = clientWith(bench.cookies, () => service.address)
    const drafts: number[] = []
    const changes: number[] = []
    let last = ''
    for (let round = 0; round < rounds; round += 1) {
      changes.push(await timed(() => changeTask(office, task.id, round)))
      const period = { from: `${2000 + round}-01-01`, to: `${2000 + round}-12-31` }
      drafts.push(await timed(async () => (last = await draft(client, group.id, period))))
    }
    const ratio = middle(drafts) / middle(changes)
    say(
      `  draft: median ${ms(middle(drafts))}, worst ${ms(Math.max(...drafts))}; ` +
        `${ratio.toFixed(1)} times a change of one task (${ms(middle(changes))})`,
    )
    const memoryBefore = megabytesOf(service.pid)
    const first = await timed(() => writeDocument(client, last, 'docx'))
    say(`  the first document, which loads the libraries: ${ms(first)}`)
    const written = await timeDocuments(client, last)
    for (const [format, times] of Object.entries(written))
      say(
        `  ${format}: median ${ms(middle(times))}, 95th percentile ${ms(percentile95(times))}, ` +
          `worst ${ms(Math.max(...times))}`,
      )
    say(`  memory of the service: ${memoryBefore} MB before documents, ${megabytesOf(service.pid)} MB after`)
    const inTime = middle(drafts) <= DRAFTED_WITHIN
    const late = Object.entries(written).filter(([, times]) => middle(times) > WRITTEN_WITHIN)
    say(`Goal: a draft within ${DRAFTED_WITHIN} ms: ${inTime ? 'met' : 'missed'}`)
    say(`Goal: each document within ${WRITTEN_WITHIN} ms: ${late.length === 0 ? 'met' : 'missed'}`)
    process.exitCode = inTime && late.length === 0 ? 0 : 1
  } finally {
    await service.kill()
  }
} finally {
  await bench.remove()
}

/** Each format many times; a PDF only where there is a Chromium. */
async function timeDocuments(client: ApiClient, report: string): Promise<Record<string, number[]>> {
  const { WORKPLAN_CHROMIUM } = programEnvironment()
  const formats = ReportFormat.options.filter((format) => format !== 'pdf' || WORKPLAN_CHROMIUM)
  const times: Record<string, number[]> = {}
  for (const format of formats) {
    const taken: number[] = []
    for (let round = 0; round < TIMES_EACH; round += 1)
      taken.push(await timed(() => writeDocument(client, report, format)))
    times[format] = taken
  }
  return times
}

/** What the service and the process that writes its documents hold in memory. */
function megabytesOf(pid: number): number {
  const which = ['-p', String(pid), '--ppid', String(pid)]
  const kilobytes = execFileSync('ps', ['-o', 'rss=', ...which], { encoding: 'utf8' })
    .trim()
    .split('\n')
  return Math.round(kilobytes.reduce((sum, line) => sum + Number(line), 0) / 1024)
}

async function draft(
  client: ApiClient,
  group: string,
  period: { from: string; to: string },
): Promise<string> {
  const answer = await client.request(`${ROOT}/reports`, { json: { group, period } })
  if (answer.status !== 201) throw new Error(`the draft was answered ${answer.status}: ${answer.text}`)
  return answer.json<{ id: string }>().id
}

async function changeTask(client: ApiClient, id: string, round: number): Promise<void> {
  const path = `${ROOT}/tasks/${id}`
  const version = (await client.request(path)).headers.get('etag') ?? ''
  const headers = { 'if-match': version }
  const json = { progress: `Round ${round}` }
  const { status } = await client.request(path, { method: 'PATCH', json, headers })
  if (status !== 200) throw new Error(`the change was answered ${status}`)
}

async function writeDocument(client: ApiClient, report: string, format: ReportFormat): Promise<void> {
  const { status } = await client.request(`${ROOT}/reports/${report}/document?format=${format}`)
  if (status !== 200) throw new Error(`the document was answered ${status}`)
}

async function timed(make: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await make()
  return performance.now() - began
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

function percentile95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? 0
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
