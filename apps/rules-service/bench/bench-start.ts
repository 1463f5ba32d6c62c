import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHarnessConfig } from '../harness/config.ts'
import { programEnvironment } from '../src/config.ts'
import { startEmbeddedServer } from '../src/store/embedded/embedded-server.ts'

/** The first start in a new folder, and starts after that, in milliseconds. */
interface Starts {
  first: number[]
  later: number[]
}

/** The longest that the embedded database may take until it can be asked, in milliseconds. */
const GOAL = { first: 3_000, later: 1_000 }
const MAIN = join(import.meta.dirname, '../src/main.ts')

const { rounds } = readHarnessConfig(3)
say(`Starting ${rounds} times in a new folder, and twice more in each (N=${rounds})`)
const database = await measure(startDatabase)
show('database alone', database)
show('service, until it serves', await measure(startService))
const met = Math.max(...database.first) <= GOAL.first && Math.max(...database.later) <= GOAL.later
say(
  `Goal: database at most ${GOAL.first / 1_000} s at its first start, ${GOAL.later / 1_000} s at later ones: ${met ? 'met' : 'missed'}`,
)
process.exitCode = met ? 0 : 1

async function measure(start: (folder: string) => Promise<number>): Promise<Starts> {
  const starts: Starts = { first: [], later: [] }
  for (let round = 0; round < rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'workplan-start-'))
    try {
      starts.first.push(await start(folder))
      starts.later.push(await start(folder), await start(folder))
    } finally {
      await rm(folder, { recursive: true })
    }
  }
  return starts
}

async function startDatabase(folder: string): Promise<number> {
  const began = performance.now()
  const server = await startEmbeddedServer(folder, () => undefined)
  const took = performance.now() - began
  await server.stop()
  return took
}

async function startService(dataFolder: string): Promise<number> {
  const began = performance.now()
  const settings = {
    WORKPLAN_DATA: dataFolder,
    PORT: '0',
    DATABASE_URL: '',
    WORKPLAN_DEMO: '1',
    WORKPLAN_LOG: 'silent',
  }
  const child = spawn(process.execPath, [MAIN], {
    env: { ...programEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const serves = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Workplan is at')) resolve()
    })
    child.once('exit', () => reject(new Error('The service ended at its start.')))
  })
  await serves
  const took = performance.now() - began
  child.kill('SIGTERM')
  await ended
  return took
}

function show(what: string, { first, later }: Starts): void {
  say(`  ${what}: first start ${inWords(first)}, later starts ${inWords(later)}`)
}

function inWords(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const seconds = (index: number) => ((sorted.at(index) ?? 0) / 1000).toFixed(2)
  return `${seconds(Math.floor(sorted.length / 2))} s (${seconds(0)} to ${seconds(-1)})`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
