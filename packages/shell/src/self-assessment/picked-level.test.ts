import { expect, it } from 'vitest'
import { openApp, type OpenedApp } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'
import {
  answerPath,
  answerTo,
  measureRow,
  ROUND,
  ROUND_PATH,
  roundService,
  roundView,
} from './example-round.fixture.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const PATCH = `PATCH ${answerPath('1.1.1')}`

async function openRound(query = ''): Promise<OpenedApp> {
  const page = await openApp(adult, `/bnssg/self-assessment/${ROUND}${query}`)
  await page.shows(/\d measure/)
  return page
}

it('is kept until it is saved, and said to be, also when the page is left', async () => {
  const service = roundService([measureRow('1.1.1'), measureRow('1.1.2')])
  const before = await openRound()
  await before.fill('Answer to 1.1.1', '1')
  await before.shows('1 answer is begun and not saved: 1.1.1.')
  before.close()

  const after = await openRound()
  await after.shows('1 answer is begun and not saved: 1.1.1.')
  expect(after.field('Answer to 1.1.1').value).toBe('1')
  expect(after.text()).toContain('Not saved yet')
  await after.press('Save the answer to 1.1.1')
  await after.shows('Saved. 1.1.1 is at level 1.')
  expect(after.text()).not.toContain('not saved')
  expect(service.seen(PATCH).map(({ body }) => body)).toEqual([{ state: 'answered', level: 1 }])
})

it('is forgotten when the answer is picked again that is there', async () => {
  roundService([measureRow('1.1.1')])
  const page = await openRound()
  await page.fill('Answer to 1.1.1', '1')
  await page.shows('Not saved yet')
  await page.fill('Answer to 1.1.1', '')
  expect(page.text()).not.toContain('Not saved yet')
  expect(page.text()).not.toContain('begun and not saved')
})

it('is not kept once it is saved, also where that takes the measure off the list', async () => {
  roundService([measureRow('1.1.1'), measureRow('1.1.2')])
  const page = await openRound('?show=unanswered')
  await page.fill('Answer to 1.1.1', '1')
  await page.press('Save the answer to 1.1.1')
  await page.shows('1 measure, 1 hidden by filters')
  expect(page.text()).not.toContain('not saved')
})

it('goes on in the form of the measure with text that was typed there', async () => {
  const service = roundService([measureRow('1.1.1')])
  const page = await openApp(adult, `/bnssg/self-assessment/${ROUND}?measure=ambitions.1.1.1`)
  await page.shows('How does it stand?')
  await page.fill('Gap', 'No rota')
  await page.press('All measures')
  await page.shows('1 answer is begun and not saved: 1.1.1.')
  await page.fill('Answer to 1.1.1', '2')
  await page.press('Go on with 1.1.1')
  await page.shows('How does it stand?')
  expect(page.field('Gap').value).toBe('No rota')
  await page.press('Save and stay')
  await page.shows('Saved. 1.1.1 is at level 2')
  expect(service.seen(PATCH)[0]?.body).toMatchObject({ state: 'answered', level: 2, gap: 'No rota' })
})

it('is not saved over the answer that somebody else gave meanwhile', async () => {
  const service = roundService([measureRow('1.1.1')])
  const page = await openRound()
  await page.fill('Answer to 1.1.1', '1')
  const theirs = measureRow('1.1.1', {
    version: 2,
    answer: answerTo('1.1.1', { state: 'answered', level: 4, evidence: 'Audit' }),
  })
  service.on(`GET ${ROUND_PATH}`, roundView([theirs]))
  service.publish({ seq: 5, programme: 'bnssg', kinds: ['answer'], ids: ['bnssg.answer'] })
  await page.shows('Answered by somebody else since. Go on to compare.')
  expect(page.field('Answer to 1.1.1').value).toBe('1')
  await page.press('Go on with 1.1.1')
  await page.shows('This answer has changed while you were writing')
  expect(service.seen(PATCH)).toEqual([])
})
