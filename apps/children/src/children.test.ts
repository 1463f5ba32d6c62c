import { workstreamApp } from '@workplan/shell'
import { answer, exampleService, measure, openApp } from '@workplan/shell/testing'
import { expect, it } from 'vitest'
import { children } from './children.ts'

function blankService() {
  const service = exampleService({})
  service.on('GET /api/programmes/bnssg/duties', { items: [], next: null })
  service.on('GET /api/programmes/bnssg/flags', { items: [], next: null, causes: [], total: 0 })
  service.on('GET /api/programmes/bnssg/requirements', {
    items: [
      measure({
        id: 'm.1',
        number: '1.1.1',
        title: 'Planning for children',
        audience: ['children'],
        answer: answer(null),
      }),
      measure({ id: 'm.2', number: '1.2.1', title: 'Planning for all', answer: answer(4) }),
    ],
    next: null,
  })
  return service
}

it('shows every measure that covers children, and makes the blanks visible', async () => {
  blankService()
  const page = await openApp(workstreamApp(children), '/bnssg/left-out')
  await page.shows('0 tasks for children')
  await page.shows('0 of 1 measures about children have something recorded')
  await page.shows('2 measures')
  await page.shows('Level 4, for all ages together')
  await page.fill('What is known', 'nothing')
  await page.shows('1 measure')
  expect(page.offers('Planning for children')).toBe(true)
  expect(page.offers('Planning for all')).toBe(false)
  expect(page.router.currentRoute.value.query).toEqual({ known: 'nothing' })
})

it('leads on from an empty week', async () => {
  blankService()
  const page = await openApp(workstreamApp(children), '/bnssg/my-week')
  await page.shows('No task is recorded for children and transition.')
  await page.press('What the papers leave out')
  await page.shows('Every duty and measure that covers children')
})
