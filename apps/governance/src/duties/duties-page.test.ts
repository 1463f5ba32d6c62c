import { flagSummary, openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { dutyInHand, dutyRow } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const equipment = dutyRow({
  measures: { ids: ['measure.1.1'], answered: 1, total: 2, level3AndAbove: 1 },
  position: {
    id: 'bnssg.position.equipment',
    progress: 'Syringe drivers were counted',
    gap: 'Nobody can say who has one at night',
    gapState: 'known',
    nextStep: 'Ask the teams',
    hasWorkstream: null,
  },
  flags: [flagSummary(), flagSummary({ id: 'a~b', severity: 'low' })],
  worstSeverity: 'high',
})
const foundation = dutyRow({
  requirement: { id: 'foundation.co-design', kind: 'foundation', title: 'Co-design' },
})

function openMap(query = '') {
  return openApp(governance, `/bnssg/duties${query}`)
}

describe('the duty map', () => {
  it('has a row for each duty whose figures open what they count', async () => {
    governanceService({ [at('duties')]: listOf(equipment, dutyInHand('Information'), foundation) })
    const page = await openMap()
    await page.shows('2 duties')
    expect(page.control(/^No tasks$/).getAttribute('href')).toBe(
      '/governance/bnssg/requirements/duty.equipment#tasks',
    )
    expect(page.control('1 of 2 answered, 1 at level 3 and above').getAttribute('href')).toBe(
      '/governance/bnssg/levels?behind=duty.equipment#measures',
    )
    expect(page.control('1 high flag on Equipment').getAttribute('href')).toContain(
      'requirement=duty.equipment&severity=high',
    )
    expect(page.text()).toContain('Nobody can say who has one at night')
    expect(page.text()).toContain('1 March 2023')
    expect(page.text()).toContain('0 of 2 duties have nothing recorded, 1 no live work.')
  })

  it('opens another part by its address and keeps the filters', async () => {
    governanceService({ [at('duties')]: listOf(equipment, foundation) })
    const page = await openMap('?show=blank')
    await page.shows('No duties match')
    await page.press('Foundations (1)')
    await page.shows('Co-design')
    expect(page.router.currentRoute.value.query).toEqual({ part: 'foundations', show: 'blank' })
  })

  it('reads the map for children on request and shows what is blank for them', async () => {
    const service = governanceService({ [at('duties')]: listOf(dutyInHand('Equipment')) })
    const page = await openMap()
    await page.shows('1 live of 1')
    service.on(at('duties'), listOf(dutyRow()))
    await page.fill('Read for', 'children')
    await page.shows('Nothing recorded for children')
    expect(page.text()).toContain('1 of 1 duties that cover children have nothing recorded for them')
    expect(page.router.currentRoute.value.query).toEqual({ audience: 'children' })
    expect(service.requests.at(-1)?.url.search).toBe('?audience=children')
  })

  it('says how many rows its filters leave out, and takes them off', async () => {
    governanceService({ [at('duties')]: listOf(equipment, dutyInHand('Information')) })
    const page = await openMap('?show=high')
    await page.shows('1 duty, 1 hidden by filters')
    await page.press('Clear all filters')
    await page.shows('2 duties')
  })

  it('says what it means that there are none', async () => {
    governanceService()
    const page = await openMap('?part=delivery-plan')
    await page.shows('No delivery-plan items recorded')
  })

  it('says what went wrong and reads again', async () => {
    const service = governanceService({
      [at('duties')]: problem(503, 'database-unavailable', 'The store is down.'),
    })
    const page = await openMap()
    await page.shows('The store is down.')
    service.on(at('duties'), listOf(equipment))
    await page.press('Try again')
    await page.shows('1 duty')
  })
})
