import { loadRulebook } from '../src/rule/load-rulebook.ts'
import { checksumOf } from './checksum.ts'
import type { BenchSize } from './config.ts'
import { generateSubjects } from './generate-subjects.ts'
import { type MeasuredTime, measuredTime } from './measured-time.ts'
import { isEngine, type VariantName, VARIANTS } from './variants.ts'

/** What one process measured of one variant. */
export interface VariantMeasurement {
  /** How long all its programmes took, once through. */
  time: MeasuredTime
  programmes: number
  rules: number
  subjects: number
  /** One is one rule on one subject. */
  evaluations: number
  flags: number
  /** That of the flags of each programme. */
  checksums: string[]
}

/**
 * Measures one variant in this process. Every programme is judged once before the clock runs, so that the code is
 * compiled as in a service that is up, and the flags then found are those of the checksums.
 */
export async function measureVariant(variant: VariantName, size: BenchSize): Promise<VariantMeasurement> {
  const { rules } = loadRulebook()
  const programmes = Array.from(
    { length: isEngine(variant) ? size.enginesProgrammes : size.programmes },
    (_, index) => generateSubjects(rules, size.seed + index, size.subjects),
  )
  const find = VARIANTS[variant](rules)
  const checksums: string[] = []
  let flags = 0
  for (const subjects of programmes) {
    const found = await find(subjects)
    flags += found.length
    checksums.push(checksumOf(found))
  }
  const time = await measuredTime(async () => {
    let again = 0
    for (const subjects of programmes) again += (await find(subjects)).length
    if (again !== flags) throw new Error(`${variant} found ${again} flags while the clock ran, not ${flags}`)
  })
  const rulesOfKind = Map.groupBy(rules, ({ subject }) => subject)
  const subjects = programmes.flat()
  return {
    time,
    programmes: programmes.length,
    rules: rules.length,
    subjects: subjects.length,
    evaluations: subjects.reduce((sum, { kind }) => sum + (rulesOfKind.get(kind)?.length ?? 0), 0),
    flags,
    checksums,
  }
}
