import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { programEnvironment } from '../src/config.ts'

/** The service in a process of its own. */
export interface StartedService {
  address: string
  /** Milliseconds from the start to the moment it served. */
  startedIn: number
  /** True as long as the process lives. */
  isAlive(): boolean
  /** Ends the process without any warning to it. */
  kill(): Promise<void>
  /** Asks the process to stop, and waits. */
  stop(): Promise<void>
}

const MAIN = join(import.meta.dirname, '../src/main.ts')
const STARTED_WITHIN_MS = 120_000

/** Starts the service over a data folder, on a free loopback port; rejects when it does not serve in time. */
export async function startServiceProcess(dataFolder: string): Promise<StartedService> {
  const began = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...programEnvironment(),
      WORKPLAN_DATA: dataFolder,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: '',
      WORKPLAN_HEADS: '',
      WORKPLAN_DEMO: '1',
      WORKPLAN_LOG: 'silent',
    },
  })
  const gone = once(child, 'exit')
  // When a run fails, its service must not go on.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  void gone.then(() => process.off('exit', end))
  const address = await addressOf(child)
  const signalAndWait = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return {
    address,
    startedIn: performance.now() - began,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => signalAndWait('SIGKILL'),
    stop: () => signalAndWait('SIGTERM'),
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
    child.once('exit', () => {
      clearTimeout(tooLate)
      fail('ended at its start')
    })
  })
}
