import { expect, it } from 'vitest'
import { loadRulebook } from '../src/rule/load-rulebook.ts'
import { checksumOf } from './checksum.ts'
import { generateSubjects } from './generate-subjects.ts'
import { sameFlags } from './same-flags.ts'
import { HAND_WRITTEN, VARIANT_NAMES, VARIANTS } from './variants.ts'

const { rules } = loadRulebook()
const subjects = generateSubjects(rules, 7, 120)
const expected = checksumOf(await VARIANTS[HAND_WRITTEN](rules)(subjects))

it('programmes have flags to find, of most rules', async () => {
  const found = new Set<string>()
  for (let seed = 1; seed <= 20; seed += 1)
    for (const { rule } of await VARIANTS[HAND_WRITTEN](rules)(generateSubjects(rules, seed, 100)))
      found.add(rule.id)
  expect(found.size).toBeGreaterThan(rules.length * 0.9)
})

it.each(VARIANT_NAMES)('%s finds the same flags, also when it is used again', async (name) => {
  const find = VARIANTS[name](rules)
  expect(checksumOf(await find(generateSubjects(rules, 8, 60)))).not.toBe(expected)
  expect(checksumOf(await find(subjects))).toBe(expected)
})

it('a checksum tells flags apart, whatever their order', async () => {
  const flags = await VARIANTS[HAND_WRITTEN](rules)(subjects)
  expect(checksumOf(flags.toReversed())).toBe(expected)
  expect(checksumOf(flags.slice(1))).not.toBe(expected)
})

it('measurements agree on the programmes that they have in common', () => {
  expect(sameFlags([{ checksums: ['a', 'b'] }, { checksums: ['a'] }])).toBe(true)
  expect(sameFlags([{ checksums: ['a', 'b'] }, { checksums: ['b'] }])).toBe(false)
  expect(sameFlags([{ checksums: ['a', 'b'] }, { checksums: [] }])).toBe(false)
  expect(sameFlags([])).toBe(false)
})
