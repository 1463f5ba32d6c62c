import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { applyMutant } from './apply-mutant.ts'
import { MUTANTS } from './mutants.ts'

it('there are at least twenty, each with a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(20)
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
})

it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('%s changes its file', (_, mutant) => {
  const source = readFileSync(new URL(`../${mutant.file}`, import.meta.url), 'utf8')
  expect(applyMutant(mutant, source)).not.toBe(source)
})

it('a text that stands there twice or not at all is refused', () => {
  const mutant = { name: 'some', file: 'a.ts', text: 'x', replacement: 'y', why: 'None' }
  expect(applyMutant(mutant, 'a x b')).toBe('a y b')
  expect(() => applyMutant(mutant, 'x x')).toThrow('some: its text stands 2 times in a.ts, not once')
  expect(() => applyMutant(mutant, 'a b')).toThrow('some: its text stands 0 times in a.ts, not once')
})
