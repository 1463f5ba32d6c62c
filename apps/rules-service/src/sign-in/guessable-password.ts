import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** The least of 0 to 4 that will do: beyond ten to the eighth guesses by somebody who knows common passwords and habits. */
const LEAST_SCORE = 3

let estimator: Promise<ZxcvbnFactory> | null = null

/**
 * Whether a password is among the leaked and common ones, or made of them, of keyboard runs, of repetitions or of the
 * words given. Nothing leaves the service: the lists come with it.
 */
export async function isGuessable(password: string, words: readonly string[]): Promise<boolean> {
  estimator ??= makeEstimator()
  const { score } = (await estimator).check(password, [...words])
  return score < LEAST_SCORE
}

/** The lists are large and few people choose a password in a day, so they are read when the first one does. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
