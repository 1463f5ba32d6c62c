import { ReportFormat } from '@workplan/domain'
import { execFileSync } from 'node:child_process'
import { programEnvironment } from '../src/config.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { type ApiClient, clientWith } from './api-client.ts'
import { makeBenchDatabase, MEASURED } from './bench-database.ts'
import { readHarnessConfig } from './config.ts'
import { startServiceProcess } from './started-service.ts'

/** The least that an average group has; the example programme, with tasks added, has as many measures and more flags. */
const AVERAGE = { tasks: 60, measures: 75, flags: 80 }
/** So many subjects in all give it that many tasks. */
const SUBJECTS = 267
/** Most milliseconds for the draft, and for each document. */
const DRAFTED_WITHIN = 300
const WRITTEN_WITHIN = 3000
/** How often each format is written. */
const TIMES_EACH = 20

const LAST_DAY = '2099-12-31'
const ROOT = `/api/programmes/${MEASURED}`
const { rounds, seed } = readHarnessConfig(20)
const bench = await makeBenchDatabase({ subjects: SUBJECTS, random: seededRandom(seed) })
try {
  const { state, flags } = await bench.readProgramme(MEASURED)
  const group = state.records.group.find(({ state: stands }) => stands === 'active')
  const [task] = state.records.task
  if (!group || !task) throw new Error('there is no group or no task')
  const has = {
    tasks: state.records.task.length,
    measures: state.records.answer.length,
    flags: [...flags.values()].filter(({ status }) => status !== 'cleared').length,
  }
  if (has.tasks < AVERAGE.tasks || has.measures < AVERAGE.measures || has.flags < AVERAGE.flags)
    throw new Error('the programme is smaller than what an average group has')
  say(
    `Drafting ${rounds} reports of ${has.tasks} tasks, ${has.measures} measures, ${has.flags} open flags ` +
      `(N=${rounds} SEED=${seed})`,
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
      // Each begins on a day of its own and reaches past today: every flag was raised in it, and is told.
      const period = { from: `${2000 + round}-01-01`, to: LAST_DAY }
      drafts.push(await timed(async () => (last = await draft(client, group.id, period))))
    }
    const times = (of: number, change: number) => `${(of / change).toFixed(1)} times a change of one task`
    say(
      `  draft: median ${ms(middle(drafts))}, ${times(middle(drafts), middle(changes))} (${ms(middle(changes))}); ` +
        `95th percentile ${ms(percentile95(drafts))}, ${times(percentile95(drafts), percentile95(changes))} ` +
        `(${ms(percentile95(changes))}); worst ${ms(Math.max(...drafts))}`,
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
