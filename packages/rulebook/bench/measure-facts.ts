import { subjectsOf } from '../src/facts/subjects-of.ts'
import { loadLibrary } from '../src/library/load-library.ts'
import { generateProgramme } from './generate-programme.ts'
import { type MeasuredTime, measuredTime } from './measured-time.ts'

/** What one process measured of the facts of one programme. */
export interface FactsMeasurement {
  subjects: number
  /** How long all facts took, once. */
  time: MeasuredTime
}

/** Programmes read before the clock runs. */
const WARM_UP = 20

/** Measures how long the facts of a whole programme take. */
export async function measureFacts(seed: number): Promise<FactsMeasurement> {
  const library = loadLibrary()
  const state = generateProgramme(library, seed)
  const read = () => subjectsOf(state, library, '2023-03-13').length
  for (let times = 0; times < WARM_UP; times += 1) read()
  const subjects = read()
  return {
    subjects,
    time: await measuredTime(() => {
      if (read() !== subjects) throw new Error('the facts of the same programme are not the same again')
    }),
  }
}
