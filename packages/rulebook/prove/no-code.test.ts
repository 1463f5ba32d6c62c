import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Engine } from 'json-rules-engine'
import { afterEach, expect, it } from 'vitest'
import { checkRuleWithReference } from '../src/rule/check-with-reference.ts'

/** Paths that have made JSONPath libraries run what they say. */
const RUNNING = [
  `$..[?(p="globalThis.ruleTextRan=true";a=''[['constructor']][['constructor']](p);a())]`,
  `$[?(globalThis.ruleTextRan=true)]`,
  `$[(globalThis.ruleTextRan=true)]`,
  `$[?(@.constructor.constructor("globalThis.ruleTextRan=true")())]`,
]

const seen = globalThis as { ruleTextRan?: boolean }
afterEach(() => {
  delete seen.ruleTextRan
})

it.each(RUNNING)('a rule with the path %s is refused, and nothing runs', async (path) => {
  const when = { fact: 'tasksByStatus', path, operator: 'equal', value: 0 }
  const document = { id: 'r', version: 1, title: 'R', subject: 'duty', severity: 'low', why: 'W', when }
  const texts = { source: { framework: 'F', locator: 'L' }, message: 'M', remedy: 'R' }
  const cases = [{ name: 'one', facts: { tasksByStatus: { done: 0 } }, flags: true }]
  expect(await checkRuleWithReference({ ...document, ...texts }, cases)).toEqual({
    problems: [{ place: 'when.path', problem: 'must be members and indexes only, as $.member or $[0]' }],
    cases: [],
    when: null,
  })
  expect(seen.ruleTextRan).toBeUndefined()
})

it.each(RUNNING)('json-rules-engine itself would not run %s either', async (path) => {
  const leaf = { fact: 'found', path, operator: 'equal', value: 0 }
  const engine = new Engine([{ conditions: { all: [leaf] }, event: { type: 'holds' } }])
  await engine.run({ found: { one: { two: [1, 'text'] } } }).catch(() => null)
  expect(seen.ruleTextRan).toBeUndefined()
})

it('json-rules-engine reads paths with a jsonpath-plus that is mended', () => {
  const engine = createRequire(import.meta.url).resolve('json-rules-engine')
  const library = createRequire(engine).resolve('jsonpath-plus')
  const [folder] = library.split('/dist/')
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(11)
})
