import { workstreamApp } from '@workplan/shell'
import { exampleService, openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { workforce } from '../workforce.ts'

const CAPACITY = 'GET /api/programmes/bnssg/capacity'
const ADD = 'POST /api/programmes/bnssg/arrangements'
const line = { kind: 'service', id: 'line', title: 'Night advice line' }
const holdsUp = [
  {
    requirement: { kind: 'coverage-requirement', id: 'advice', title: 'Advice at any hour' },
    hours: 72,
    places: [
      { id: 'north', name: 'North', hours: 56, spans: [] },
      { id: 'south', name: 'South', hours: 16, spans: [] },
    ],
  },
]
const nurse = {
  post: {
    kind: 'workforce-post',
    version: 1,
    mayUpdate: true,
    record: {
      id: 'nurse',
      source: { document: 'Workplan' },
      title: 'Night nurse',
      provider: null,
      services: ['line'],
      wteFunded: 2,
      wteInPost: null,
      vacantSince: '2023-01',
      singlePoint: 'yes',
      state: 'current',
    },
  },
  providerName: null,
  services: [line],
  holdsUp,
}
const alone = {
  service: line,
  conditional: 'depends on staffing',
  capacityConcern: false,
  posts: [],
  holdsUp,
}

function openCapacity(view: object) {
  const service = exampleService({ session: session({ roles: ['workstream-lead'] }) })
  const empty = { posts: [], alone: [], services: [line], providers: [], mayAdd: true }
  service.on(CAPACITY, { ...empty, ...view })
  return { service, opened: openApp(workstreamApp(workforce), '/bnssg/capacity') }
}

describe('capacity', () => {
  it('says that the papers name no post, how to begin, and what hangs on one service all the same', async () => {
    const { opened } = openCapacity({ alone: [alone] })
    const page = await opened
    await page.shows('The papers name no post')
    await page.shows('1 service alone holds up required hours')
    await page.shows('Advice at any hour: North 56 hours, South 16 hours')
    await page.shows('depends on staffing')
    expect(page.offers('Add a post')).toBe(true)
  })

  it('tells a number that is not known from nought, and shows what a post holds up', async () => {
    const { opened } = openCapacity({ posts: [nurse] })
    const page = await opened
    await page.shows('1 of 1 posts have a number that is not known')
    await page.shows('not known of 2')
    await page.shows('January 2023')
    await page.shows('Advice at any hour: North 56 hours, South 16 hours')
    expect(page.control('Advice at any hour').getAttribute('href')).toBe(
      '/workforce/bnssg/records/coverage-requirement/advice',
    )
  })

  it('adds a post with the services that it holds up', async () => {
    const { service, opened } = openCapacity({})
    service.on(ADD, { item: nurse.post, flags: { cleared: [], raised: [], reopened: [] } })
    const page = await opened
    await page.shows('The papers name no post')
    await page.press('Add a post')
    await page.shows('Add this post')
    await page.fill('Post', 'Night nurse')
    await page.fill('Funded', '2')
    await page.press('Night advice line')
    await page.press('Add this post')
    await page.shows('Added. No flags changed')
    expect(service.seen(ADD)[0]?.body).toMatchObject({
      kind: 'workforce-post',
      record: {
        title: 'Night nurse',
        wteFunded: 2,
        wteInPost: null,
        services: ['line'],
        singlePoint: 'not-known',
      },
    })
  })

  it('shows what was typed for a post that somebody took out meanwhile, until it is thrown away', async () => {
    const { service, opened } = openCapacity({ posts: [nurse] })
    const page = await opened
    await page.shows('Night nurse')
    await page.press(/^Change/)
    await page.shows('Take out this post')
    await page.fill('Post', 'Night nurse for the north')
    service.on(CAPACITY, { posts: [], alone: [], services: [line], providers: [], mayAdd: true })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['workforce-post'], ids: ['nurse'] })
    await page.shows('This post was taken out while you were writing')
    await page.shows('Night nurse for the north')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('Night nurse for the north')
  })

  it('says nothing of what was typed for a post that its writer takes out', async () => {
    const { service, opened } = openCapacity({ posts: [nurse] })
    service.on('PATCH /api/programmes/bnssg/arrangements/nurse', () => {
      service.on(CAPACITY, { posts: [], alone: [], services: [line], providers: [], mayAdd: true })
      return { item: nurse.post, flags: { cleared: [], raised: [], reopened: [] } }
    })
    const page = await opened
    await page.shows('Night nurse')
    await page.press(/^Change/)
    await page.shows('Take out this post')
    await page.fill('Post', 'Night nurse for the north')
    await page.press('Take out this post')
    await page.shows('throw away what you typed')
    await page.press('Take it out')
    await page.shows('The papers name no post')
    expect(page.text()).not.toContain('Night nurse for the north')
  })

  it('says what went wrong', async () => {
    const { service, opened } = openCapacity({})
    await (await opened).shows('The papers name no post')
    service.on(CAPACITY, problem(500, 'internal', 'The posts could not be read.'))
    const failed = await openApp(workstreamApp(workforce), '/bnssg/capacity')
    await failed.shows('The posts could not be read.')
    expect(failed.offers('Try again')).toBe(true)
  })
})
