import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { reportSummary } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const icb = group('ICB', { id: 'group.icb' })
const board = group('Board', {
  id: 'group.board',
  version: 3,
  reportsTo: [{ id: 'group.icb', name: 'ICB', state: 'stated' }],
  earlierNames: [{ name: 'Old board', until: '2022-03-31' }],
})
const delivery = group('Delivery', { reportsTo: [{ id: 'group.board', name: 'Board', state: 'stated' }] })
const NO_FLAGS = { cleared: [], raised: [], reopened: [] }

function service(shown = board, office = true) {
  return governanceService({
    'GET /api/session': session({
      apps: ['governance'],
      may: ['programme.view', ...(office ? (['groups.manage'] as const) : [])],
    }),
    [at('groups')]: listOf(icb, shown, delivery),
    [at(`groups/${shown.id}`)]: shown,
    [at('reports')]: listOf(reportSummary()),
  })
}

describe('the page of a group', () => {
  it('says who is above and below, what it was called, and what was reported', async () => {
    service(board, false)
    const page = await openApp(governance, '/bnssg/groups/group.board')
    await page.shows('Reports to ICB')
    await page.shows('Delivery reports to it')
    await page.shows('Old board, until 31 March 2022')
    await page.shows('Report of the fourth quarter')
    expect(page.offers('Retire')).toBe(false)
  })

  it('sends what was changed, with the version it was changed from', async () => {
    const faked = service()
    faked.on(at('groups/group.board', 'PATCH'), { item: { ...board, name: 'New board' }, flags: NO_FLAGS })
    const page = await openApp(governance, '/bnssg/groups/group.board')
    await page.shows('Reports to ICB')
    await page.press('Change')
    await page.shows('Reports that were issued keep the name')
    await page.fill('Name', 'New board')
    await page.press('Save the group')
    await page.shows('Say why, for the journal')
    await page.fill('Why', 'The ICB agreed')
    await page.press('Save the group')
    await page.shows('Saved. No flags changed')
    const [sent] = faked.seen(at('groups/group.board', 'PATCH'))
    expect(sent?.body).toEqual({ name: 'New board', reason: 'The ICB agreed' })
    expect(sent?.headers.get('if-match')).toBe('"3"')
  })

  it('shows both versions when somebody else was first, and saves the choice', async () => {
    const faked = service()
    const theirs = { ...board, version: 4, name: 'Their name' }
    faked.on(at('groups/group.board', 'PATCH'), problem(412, 'stale-version', 'Somebody was first.'))
    const page = await openApp(governance, '/bnssg/groups/group.board?do=change')
    await page.shows('Save the group')
    await page.fill('Name', 'My name')
    await page.fill('Why', 'Agreed')
    faked.on(at('groups/group.board'), theirs)
    await page.press('Save the group')
    await page.shows('Theirs, saved now: Their name')
    faked.on(at('groups/group.board', 'PATCH'), { item: { ...theirs, name: 'My name' }, flags: NO_FLAGS })
    await page.press('Yours: My name')
    await page.press('Save what I chose')
    await page.shows('Saved. No flags changed')
    const last = faked.seen(at('groups/group.board', 'PATCH')).at(-1)
    expect(last?.body).toEqual({ name: 'My name', reason: 'Agreed' })
    expect(last?.headers.get('if-match')).toBe('"4"')
  })

  it('keeps what was typed when the page is loaded again', async () => {
    service()
    const page = await openApp(governance, '/bnssg/groups/group.board?do=change')
    await page.shows('Save the group')
    await page.fill('Name', 'My name')
    page.close()
    const again = await openApp(governance, '/bnssg/groups/group.board?do=change')
    await again.shows('Throw away what I typed')
    expect(again.field('Name').value).toBe('My name')
  })

  it('retires it, and says why it cannot', async () => {
    const faked = service()
    const refusal = 'A draft is still being written for it.'
    faked.on(at('groups/group.board/retire', 'POST'), problem(409, 'conflict', refusal))
    const page = await openApp(governance, '/bnssg/groups/group.board?do=retire')
    await page.shows('Delivery will report to the group that takes its work over')
    await page.fill('Who takes its work over', 'group.icb')
    await page.fill('Why', 'Merged')
    await page.press('Retire the group')
    await page.shows(refusal)
    const retired = { ...board, state: 'retired' as const }
    faked.on(at('groups/group.board/retire', 'POST'), { item: retired, flags: NO_FLAGS })
    await page.press('Retire the group')
    await page.shows('Board is retired. No flags changed')
    expect(faked.seen(at('groups/group.board/retire', 'POST')).at(-1)?.body).toEqual({
      ...{ endedOn: '2023-03-13', successor: 'group.icb', reason: 'Merged' },
    })
  })

  it('is retired only by somebody who has seen what others changed meanwhile', async () => {
    const faked = service()
    const RETIRE = at('groups/group.board/retire', 'POST')
    const current = { ...board, version: board.version + 1, name: 'Board and council' }
    faked.on(RETIRE, () => {
      faked.on(at('groups/group.board'), current)
      return problem(412, 'stale-version', 'Somebody changed this group.', { current })
    })
    const page = await openApp(governance, '/bnssg/groups/group.board?do=retire')
    await page.fill('Why', 'Merged')
    await page.press('Retire the group')
    await page.shows('Somebody else changed this group while you were writing')
    faked.on(RETIRE, { item: { ...current, state: 'retired' }, flags: NO_FLAGS })
    await page.press('Go on with what I wrote')
    expect(page.field('Why').value).toBe('Merged')
    await page.press('Retire the group')
    await page.shows('is retired. No flags changed')
    expect(faked.seen(RETIRE).map(({ headers }) => headers.get('if-match'))).toEqual([
      `"${board.version}"`,
      `"${current.version}"`,
    ])
  })
})

describe('a new group', () => {
  it('is added by the programme office, and opened', async () => {
    const faked = service()
    const added = group('Bereavement', { id: 'group.new' })
    faked.on(at('groups', 'POST'), { item: added, flags: NO_FLAGS })
    faked.on(at('groups/group.new'), added)
    const page = await openApp(governance, '/bnssg/groups/new')
    await page.shows('Add the group')
    await page.fill('Name', 'Bereavement')
    await page.press('Board')
    await page.fill('Why', 'Agreed')
    await page.press('Add the group')
    await page.shows('Bereavement is added')
    expect(faked.seen(at('groups', 'POST'))[0]?.body).toMatchObject({ reportsTo: ['group.board'] })
  })

  it('is not for others', async () => {
    service(board, false)
    const page = await openApp(governance, '/bnssg/groups/new')
    await page.shows('You may not open this page')
  })
})
