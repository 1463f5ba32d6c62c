import { workstreamApp } from '@workplan/shell'
import { answer, exampleService, flagSummary, measure, openApp, taskView } from '@workplan/shell/testing'
import { expect, it } from 'vitest'
import { workforce } from './workforce.ts'

it('says how ready the workforce is and how sure that is, and opens each figure', async () => {
  const service = exampleService({
    tasks: [taskView(), taskView({ task: { id: 'b.task.posts', status: 'blocked' } })],
  })
  service.on('GET /api/programmes/bnssg/requirements', {
    items: [
      measure({ id: 'm.1', number: '5.1.1', answer: answer(4, { evidence: 'Training log' }) }),
      measure({
        id: 'm.2',
        number: '5.2.1',
        answer: answer(3, { evidence: 'TBC', evidenceState: 'to-be-confirmed' }),
      }),
      measure({ id: 'm.3', number: '5.3.1', answer: answer(null) }),
    ],
    next: null,
  })
  service.on('GET /api/programmes/bnssg/flags', {
    items: [flagSummary({ subject: { kind: 'measure', id: 'm.2', title: '5.2.1' }, requirements: ['m.2'] })],
    next: null,
    causes: [],
    total: 1,
  })
  const page = await openApp(workstreamApp(workforce), '/bnssg/readiness')
  await page.shows('2 of 3 measures are at level 3 and above')
  await page.shows('1 of 2 of those have no evidence that can be checked')
  await page.shows('1 of 3 measures are not answered, which is not level 0')
  await page.shows('To be confirmed TBC')
  await page.shows('1 blocked, 1 in progress')
  expect(page.control('1 flag').getAttribute('href')).toBe('/workforce/bnssg/flags?requirement=m.2')
  await page.shows('1 of 2 answers have a placeholder for evidence')
  await page.shows('5.2.1 Agreed planning approach: level 3. Evidence: to be confirmed.')

  await page.press('1 of 2')
  await page.shows('1 measure')
  expect(page.text()).not.toContain('Training log')
  expect(page.router.currentRoute.value.query).toEqual({ show: 'unsure' })
})

it('says when nothing measures the workforce', async () => {
  const service = exampleService({})
  service.on('GET /api/programmes/bnssg/requirements', { items: [], next: null })
  service.on('GET /api/programmes/bnssg/flags', { items: [], next: null, causes: [], total: 0 })
  const page = await openApp(workstreamApp(workforce), '/bnssg/readiness')
  await page.shows('No measures about the workforce')
  await page.shows('No task of this programme is about training or staff.')
})
