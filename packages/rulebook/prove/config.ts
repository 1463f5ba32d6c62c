import { wholeNumber } from '../bench/whole-number.ts'

/** How many sets of facts are compared with json-rules-engine, and the seed that they are generated from. */
export const proofConfig = {
  factSets: wholeNumber(process.env, 'N', 2000),
  seed: wholeNumber(process.env, 'SEED', Math.ceil(Math.random() * 999_999_999)),
}
