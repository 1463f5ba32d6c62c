import { seededRandom } from '../src/testing/seeded-random.ts'
import { makeBenchDatabase } from './bench-database.ts'
import { readHarnessConfig, readRulesOn } from './config.ts'
import { measureStatusChanges } from './measure-status-changes.ts'

const SUBJECTS = 1_500
const PROGRAMMES = [1, 100, 1_000]
/** What one more programme in the database may add to the median: nothing, but for what differs from run to run. */
const GROWTH = 1.25
const GOAL = 10

const { rounds, seed } = readHarnessConfig(60)
const bench = await makeBenchDatabase({
  subjects: SUBJECTS,
  rulesOn: readRulesOn(),
  random: seededRandom(seed),
})
try {
  say(`Changing the status of one task ${rounds} times, of ${bench.subjects} subjects`)
  say(
    `under ${bench.rulesOn} rules with ${bench.flags} flags (N=${rounds} SEED=${seed}, PostgreSQL ${bench.version})`,
  )
  const medians: number[] = []
  for (const count of PROGRAMMES) {
    await bench.fillUpTo(count)
    const { start, changes, commits } = await measureStatusChanges(bench, rounds)
    const ratio = at(changes, 0.5) / at(commits, 0.5)
    medians.push(ratio)
    say(
      `  ${count} ${count === 1 ? 'programme' : 'programmes'}: served ${(start / 1_000).toFixed(1)} s after the start; p50 ${ms(at(changes, 0.5))}, p99 ${ms(at(changes, 0.99))}; ` +
        `a bare commit p50 ${ms(at(commits, 0.5))}, p99 ${ms(at(commits, 0.99))}; ` +
        `p50 ${ratio.toFixed(1)} times, p99 ${(at(changes, 0.99) / at(commits, 0.99)).toFixed(1)} times`,
    )
  }
  const [first = 0] = medians
  const met = medians.every((ratio) => ratio <= GOAL)
  const grows = medians.some((ratio) => ratio > first * GROWTH)
  say(
    `Goal: p50 at most ${GOAL} times a bare commit, with any number of programmes: ${met ? 'met' : 'missed'}`,
  )
  say(`Goal: no growth with the number of programmes: ${grows ? 'missed' : 'met'}`)
  process.exitCode = met && !grows ? 0 : 1
} finally {
  await bench.remove()
}

function at(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? 0
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
