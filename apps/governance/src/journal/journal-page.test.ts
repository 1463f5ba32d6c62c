import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { journalEntry } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const OFFICE = session({ may: ['programme.view', 'journal.view'] })

function openJournal(query = '', answers: Record<string, object> = {}) {
  const service = governanceService({ 'GET /api/session': OFFICE, ...answers })
  return { service, opened: openApp(governance, `/bnssg/journal${query}`) }
}

describe('the journal', () => {
  it('says who did what, what changed and why', async () => {
    const { opened } = openJournal('', { [at('journal')]: listOf(journalEntry()) })
    const page = await opened
    await page.shows('1 entry')
    expect(page.text()).toContain('Lead for adult services')
    expect(page.text()).toContain('Task updated: Map training and support')
    expect(page.text()).toContain('Status: in progress, was not started')
    expect(page.text()).toContain('The first workshop was held')
    expect(page.control('Map training and support').getAttribute('href')).toBe(
      '/governance/bnssg/tasks/bnssg.task.training',
    )
  })

  it('names people without a link: they have no page, and those removed have no name', async () => {
    const removed = journalEntry({
      action: 'person.removed',
      record: { kind: 'person', id: 'person.gone', title: 'Removed person' },
      changes: [],
      why: null,
    })
    const { opened } = openJournal('', { [at('journal')]: listOf(removed) })
    const page = await opened
    await page.shows('Person removed: Removed person')
    expect(page.root.querySelector('a[href*="person.gone"]')).toBeNull()
  })

  it('asks the service for the kind in its address and starts at the newest again for another', async () => {
    const { service, opened } = openJournal('?kind=task&cursor=100', {
      [at('journal')]: listOf(journalEntry()),
    })
    const page = await opened
    await page.shows('1 entry')
    expect(service.seen(at('journal')).at(-1)?.url.search).toBe('?limit=100&kind=task&cursor=100')
    await page.fill('Kind of record', 'flag')
    await page.shows('Flag')
    expect(page.router.currentRoute.value.query).toEqual({ kind: 'flag' })
  })

  it('finds words on the page and offers older entries', async () => {
    const other = journalEntry({
      seq: 8,
      by: 'Workplan',
      why: null,
      changes: [],
      record: { kind: 'flag', id: 'a~b', title: 'No owner' },
    })
    const { opened } = openJournal('?q=owner', {
      [at('journal')]: { items: [journalEntry(), other], next: '200' },
    })
    const page = await opened
    await page.shows('1 entry, 1 hidden by filters')
    expect(page.text()).toContain('Follows from the records')
    expect(page.control('Older entries').getAttribute('href')).toBe(
      '/governance/bnssg/journal?q=owner&cursor=200',
    )
  })

  it('is for those who may read it', async () => {
    const { opened } = openJournal('', { 'GET /api/session': session() })
    const page = await opened
    await page.shows('You may not open this page')
    expect(page.offers(/^Journal$/)).toBe(false)
  })

  it('says what the journal is when nothing is in it', async () => {
    const { opened } = openJournal()
    const page = await opened
    await page.shows('Nothing is recorded')
  })

  it('says what went wrong and reads again', async () => {
    const { service, opened } = openJournal('', {
      [at('journal')]: problem(500, 'internal', 'No journal today.'),
    })
    const page = await opened
    await page.shows('No journal today.')
    service.on(at('journal'), listOf(journalEntry()))
    await page.press('Try again')
    await page.shows('1 entry')
  })
})
