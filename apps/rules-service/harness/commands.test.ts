import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { programEnvironment } from '../src/config.ts'

const run = promisify(execFile)

/** What a command said; rejects when it found a breach. */
async function saidBy(command: string, rounds: number, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, command), ...args], {
    env: { ...programEnvironment(), N: String(rounds), SEED: '1' },
  })
  return stdout
}

/** Each in small; by hand they run with hundreds or thousands of rounds. */
describe('the service under trial', { timeout: 240_000 }, () => {
  it('keeps every acknowledged write of clients that change the same things at once', async () => {
    expect(await saidBy('fuzz-store.ts', 60)).toContain('0 breaches')
  })

  it('refuses every bad request as a problem, and changes nothing', async () => {
    expect(await saidBy('fuzz-api.ts', 300)).toContain('0 faults')
  })

  it('answers 503 and recovers when connections to the database are reset or refused', async () => {
    expect(await saidBy('faults.ts', 1, 'reset', 'refused')).toContain('lost 0, doubled 0')
  })

  it('answers 503 and recovers when the database is slow, its connections are dead, or the disk is full', async () => {
    const [between, onDisk] = await Promise.all([
      saidBy('faults.ts', 6, 'slow', 'half-open'),
      saidBy('faults.ts', 1, 'disk-full'),
    ])
    expect(between).toMatch(/slow: 503[^]*half-open: 503[^]*lost 0, doubled 0/)
    // Only root may mount the small disk.
    expect(onDisk).toMatch(/disk-full: (503[^]*lost 0, doubled 0|not tried, for this account may not mount)/)
  })

  it('stops without cutting a request off', async () => {
    expect(await saidBy('drain.ts', 1)).toContain('cut off 0, live streams cut off 0')
  })

  it('finds every tampering with a journal, and keeps one chain under many writers', async () => {
    expect(await saidBy('journal-tamper.ts', 16)).toMatch(
      /16 of 16 found and located[^]*100 written, 0 refused, 0 forks/,
    )
  })

  it('comes back after it was killed, and after its database was', async () => {
    const said = await saidBy('crash.ts', 1)
    expect(said.match(/lost 0, doubled 0, did not come back 0/g)).toHaveLength(2)
  })
})
