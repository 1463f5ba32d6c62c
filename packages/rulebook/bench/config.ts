import { wholeNumber } from './whole-number.ts'

/** How much is measured, and from which seed. */
export interface BenchSize {
  programmes: number
  /** json-rules-engine is measured on the first so many of them; its rate does not depend on how many there are. */
  enginesProgrammes: number
  /** Subjects in each programme. */
  subjects: number
  /** How often everything is measured. */
  rounds: number
  seed: number
}

const programmes = wholeNumber(process.env, 'PROGRAMMES', 42)

export const benchConfig: BenchSize = {
  programmes,
  enginesProgrammes: Math.min(programmes, wholeNumber(process.env, 'ENGINES_PROGRAMMES', 6)),
  subjects: wholeNumber(process.env, 'SUBJECTS', 1500),
  rounds: wholeNumber(process.env, 'ROUNDS', 5),
  seed: wholeNumber(process.env, 'SEED', 1),
}
