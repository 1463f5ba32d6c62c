import { z } from 'zod'

/** How often something is tried, and the seed of what is random in it. */
export interface HarnessConfig {
  rounds: number
  seed: number
}

/** N and SEED from the environment; without them, a few rounds and always the same. */
export function readHarnessConfig(defaultRounds: number): HarnessConfig {
  const { N, SEED } = z
    .object({
      N: z.coerce.number().int().min(1).max(10_000).default(defaultRounds),
      SEED: z.coerce.number().int().default(1),
    })
    .parse(process.env)
  return { rounds: N, seed: SEED }
}

/** How many rules stay switched on in a programme that is measured, from RULES in the environment; 45 without it, for which the goal is set. */
export function readRulesOn(): number {
  return z.object({ RULES: z.coerce.number().int().min(1).default(45) }).parse(process.env).RULES
}

/** How many subjects the rules judge in a programme that is measured, from SUBJECTS in the environment. */
export function readSubjects(): number {
  return z.object({ SUBJECTS: z.coerce.number().int().min(100).max(10_000) }).parse(process.env).SUBJECTS
}
