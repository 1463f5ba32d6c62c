import { expect, it } from 'vitest'
import { proveEquality } from './prove-equality.ts'

it.each([1, 2, 3])(
  'json-rules-engine gives the same verdicts and explanations of generated rules, seed %i',
  async (seed) => {
    const { rules, verdicts } = await proveEquality(400, seed)
    expect(rules).toBe(40)
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(40)
  },
)
