import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { programEnvironment } from '../src/config.ts'

/** The service in a process of its own. */
export interface StartedService {
  address: string
  /** The number of the process. */
  pid: number
  /** True as long as the process lives. */
  isAlive(): boolean
  /** Ends the process without any warning to it. */
  kill(): Promise<void>
  /** Asks the process to stop, and waits; answers its exit code, or null when a signal ended it. */
  stop(): Promise<number | null>
}

/** A process that has read the program and waits to be told to run it. */
export interface PreparedService {
  /** Lets it start; rejects when it does not serve in time. */
  start(): Promise<StartedService>
  discard(): void
}

/** Where a started service keeps its data: without `databaseUrl` in an embedded database in its folder. */
export interface ServicePlace {
  dataFolder: string
  databaseUrl?: string
  /** The secret of sessions that began elsewhere; the service then adds no example programmes. */
  secret?: string
}

const MAIN = join(import.meta.dirname, '../src/main.ts')
const WAIT_FOR_WORD = join(import.meta.dirname, 'wait-for-word.ts')
const STARTED_WITHIN_MS = 120_000

/** Starts the service on a free loopback port; rejects when it does not serve in time. */
export function startServiceProcess(place: ServicePlace): Promise<StartedService> {
  return prepareServiceProcess(place).start()
}

/** Begins a process that needs only the word to start: what it reads first takes longer than the start itself. */
export function prepareServiceProcess({
  dataFolder,
  databaseUrl = '',
  secret = '',
}: ServicePlace): PreparedService {
  const child = spawn(process.execPath, ['--import', WAIT_FOR_WORD, MAIN], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...programEnvironment(),
      WORKPLAN_DATA: dataFolder,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: databaseUrl,
      WORKPLAN_HEADS: databaseUrl === '' ? '' : join(dataFolder, 'heads'),
      WORKPLAN_SECRET: secret,
      WORKPLAN_DEMO: secret === '' ? '1' : '0',
      WORKPLAN_LOCAL_ACCOUNTS: '1',
      // One person sends what hundreds would.
      WORKPLAN_REQUESTS_PER_MINUTE: '1000000',
      WORKPLAN_LOG: 'silent',
    },
  })
  const gone = once(child, 'exit')
  // When a run fails, its service must not go on.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  void gone.then(() => process.off('exit', end))
  const address = addressOf(child)
  // A process that is discarded before anybody waits for its address is no failure.
  address.catch(() => undefined)
  const signalAndWait = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return {
    async start() {
      child.stdin.end()
      return {
        address: await address,
        pid: child.pid ?? 0,
        isAlive: () => child.exitCode === null && child.signalCode === null,
        kill: () => signalAndWait('SIGKILL'),
        stop: async () => {
          await signalAndWait('SIGTERM')
          return child.exitCode
        },
      }
    },
    discard: end,
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (why: string) => {
      child.kill('SIGKILL')
      reject(new Error(`The service ${why}. It said:\n${output}`))
    }
    const tooLate = setTimeout(() => fail('did not serve in time'), STARTED_WITHIN_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Workplan is at (http:\S+)\//.exec(output)?.[1]
      if (found === undefined) return
      clearTimeout(tooLate)
      resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    // Later than its exit: when all that it said is read.
    child.once('close', (code, signal) => {
      clearTimeout(tooLate)
      fail(`ended at its start (${signal ?? code})`)
    })
  })
}
