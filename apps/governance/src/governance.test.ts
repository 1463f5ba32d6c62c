import { expect, it } from 'vitest'
import { governance } from './governance.ts'

it('has a page with a title behind every section', () => {
  const titles = new Map(governance.routes.map(({ name, meta }) => [name, meta?.title]))
  expect(governance.sections.filter(({ route }) => !titles.get(route))).toEqual([])
  expect(titles.get(governance.home)).toBeDefined()
})

it('asks of the journal page what its section asks', () => {
  const section = governance.sections.find(({ route }) => route === 'journal')
  const page = governance.routes.find(({ name }) => name === 'journal')
  expect(page?.meta?.action).toBe(section?.action)
})
