import { workstreamApp } from '@workplan/shell'
import { exampleService, openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { children } from '../children.ts'

const SERVICES = 'GET /api/programmes/bnssg/services'
const NO_FLAGS = { cleared: [], raised: [], reopened: [] }
const PATCH = 'PATCH /api/programmes/bnssg/services/hospice'

function serviceView(service: object, places: object[] = []) {
  return {
    service: {
      id: 'hospice',
      title: 'Hospice at home',
      audience: [],
      careLevel: null,
      ageBands: [],
      ...service,
    },
    version: 2,
    places,
    meets: [],
    flags: [],
  }
}

const school = serviceView(
  {
    id: 'school',
    title: 'School nursing',
    audience: ['children'],
    careLevel: 'universal',
    ageBands: ['5-13', '14-17'],
  },
  [{ id: 'north', name: 'North', uncertain: false }],
)

function openLevels(items: object[], query = '') {
  const service = exampleService({
    session: session({ roles: ['workstream-lead'], may: ['programme.view', 'service.update'] }),
  })
  service.on(SERVICES, { items, next: null })
  return { service, opened: openApp(workstreamApp(children), `/bnssg/levels${query}`) }
}

describe('services by level', () => {
  it('stand at each of their ages, and what is not stated has a row and a column of its own', async () => {
    const { opened } = openLevels([school, serviceView({})])
    const page = await opened
    await page.shows('1 of 2 services are said to serve children')
    await page.shows('1 of 2 do not say at which level they work')
    const row = (name: string) =>
      [...page.root.querySelectorAll('tr')].find((candidate) =>
        candidate.textContent?.trim().startsWith(name),
      )
    const cells = [...(row('Universal')?.querySelectorAll('td') ?? [])].map((cell) =>
      cell.textContent?.trim(),
    )
    expect(cells[0]).toBe('1')
    expect(cells.slice(1)).toEqual([
      'None on record',
      expect.stringContaining('School nursing'),
      expect.stringContaining('North'),
      'None on record',
      'None on record',
    ])
    expect(row('Level not stated')?.textContent).toContain('Hospice at home')
  })

  it('are narrowed by the address', async () => {
    const { opened } = openLevels([school, serviceView({})], '?show=unsaid')
    const page = await opened
    await page.shows('Hospice at home')
    expect(page.offers('School nursing')).toBe(false)
  })

  it('are given a level and ages from the version that was seen, and given them back by undo', async () => {
    const { service, opened } = openLevels([serviceView({})], '?service=hospice')
    service.on(PATCH, { item: { ...serviceView({ careLevel: 'specialist' }), version: 3 }, flags: NO_FLAGS })
    const page = await opened
    await page.shows('Throw away what I typed')
    await page.fill('Level', 'specialist')
    await page.press('14 to 17')
    await page.press('Save')
    await page.shows('Saved. No flags changed')
    const [sent] = service.seen(PATCH)
    expect(sent?.headers.get('if-match')).toBe('"2"')
    expect(sent?.body).toEqual({ change: { careLevel: 'specialist', ageBands: ['14-17'] } })
    await page.press('Undo')
    await page.shows('Undone. No flags changed')
    expect(service.seen(PATCH)[1]?.body).toMatchObject({ change: { careLevel: null, ageBands: [] } })
  })

  it('say what it means when there are none, and what went wrong', async () => {
    const { service, opened } = openLevels([])
    const page = await opened
    await page.shows('The papers name no service for children')
    service.on(SERVICES, problem(500, 'internal', 'The services could not be read.'))
    const failed = await openApp(workstreamApp(children), '/bnssg/levels')
    await failed.shows('The services could not be read.')
  })
})
