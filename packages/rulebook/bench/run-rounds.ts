import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BenchSize } from './config.ts'
import type { FactsMeasurement } from './measure-facts.ts'
import type { VariantMeasurement } from './measure-variant.ts'
import { seededRandom, shuffled } from './random.ts'
import { VARIANT_NAMES, type VariantName } from './variants.ts'

/** One round: everything measured once, each in a process of its own and in an order of its own. */
export interface Round {
  variants: Record<VariantName, VariantMeasurement>
  facts: FactsMeasurement
}

const run = promisify(execFile)
const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url))

/** All rounds, one process after the other, each configured by the same environment; tells what is being measured. */
export async function runRounds(
  { rounds, seed }: BenchSize,
  progress: (line: string) => void,
): Promise<Round[]> {
  const random = seededRandom(seed)
  const measured: Round[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const found = new Map<string, unknown>()
    for (const what of shuffled(random, [...VARIANT_NAMES, 'facts'])) {
      progress(`round ${round} of ${rounds}: ${what}`)
      const { stdout } = await run(process.execPath, [MEASURE, what])
      found.set(what, JSON.parse(stdout))
    }
    const facts = found.get('facts') as FactsMeasurement
    found.delete('facts')
    measured.push({ variants: Object.fromEntries(found) as Round['variants'], facts })
  }
  return measured
}
