import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { ruleSummary } from '../testing/example-rules.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const READER = session({ may: ['programme.view', 'rules.view'] })
const OFFICE = session({ may: ['programme.view', 'rules.view', 'rules.manage'] })

const overdue = ruleSummary()
const own = ruleSummary({
  id: 'own.night-cover',
  title: 'No cover at night',
  origin: 'own',
  subject: 'service',
  severity: 'high',
  flagsOpen: 0,
  notAssessable: null,
  hasDraft: true,
})
const off = ruleSummary({
  id: 'task-silent',
  title: 'Task silent',
  state: 'switched-off',
  changedHere: true,
  flagsOpen: 0,
})

function openRules(query = '', answers: Record<string, object> = {}) {
  const service = governanceService({
    'GET /api/session': READER,
    [at('rules')]: listOf(overdue, own, off),
    ...answers,
  })
  return { service, opened: openApp(governance, `/bnssg/rules${query}`) }
}

describe('the rule library', () => {
  it('lists every rule with what it raises now, what it cannot judge and what was changed', async () => {
    const page = await openRules().opened
    await page.shows('3 rules of 3 shown')
    expect(page.control(/^12 flags of Task overdue$/).getAttribute('href')).toBe(
      '/governance/bnssg/flags?rule=task-overdue',
    )
    expect(page.control('Task overdue').getAttribute('href')).toBe('/governance/bnssg/rules/task-overdue')
    expect(page.text()).toContain('Not judged now')
    for (const mark of ['Own rule', 'Has a draft', 'Switched off', 'Changed here'])
      expect(page.text()).toContain(mark)
    expect(page.offers('Rules')).toBe(true)
    expect(page.offers('Write a rule')).toBe(false)
  })

  it('narrows by the filters of its address and says how many are left', async () => {
    const page = await openRules('?subject=task&state=changed').opened
    await page.shows('1 rule of 3 shown')
    expect(page.text()).toContain('Task silent')
    await page.press('Clear all filters')
    await page.shows('3 rules of 3 shown')
    await page.fill('Origin', 'own')
    await page.shows('1 rule of 3 shown')
    expect(page.router.currentRoute.value.query).toEqual({ origin: 'own' })
    await page.fill('Words', 'overdue')
    await page.shows('The filters hide all 3 rules.')
  })

  it('groups the rules by what they are about and counts each group', async () => {
    const page = await openRules().opened
    await page.shows('3 rules of 3 shown, with 12 flags not cleared.')
    const groups = [...page.root.querySelectorAll('details.nhsuk-details')]
    expect(groups.map((group) => group.querySelector('summary')?.textContent?.trim())).toEqual([
      'Task: 2 rules, 12 flags now',
      'Service: 1 rule, no flags now',
    ])
    expect(groups.some((group) => group.hasAttribute('open'))).toBe(false)
    await page.fill('Flags now', 'none')
    await page.shows('2 rules of 3 shown')
    expect(page.router.currentRoute.value.query).toEqual({ flags: 'none' })
    expect(page.text()).not.toContain('Task overdue')
    const left = [...page.root.querySelectorAll('details.nhsuk-details')]
    expect(left.every((group) => group.hasAttribute('open'))).toBe(true)
    await page.fill('Flags now', 'some')
    await page.shows('1 rule of 3 shown, with 12 flags')
    await page.fill('Flags now', 'unsaid')
    await page.shows('2 rules of 3 shown')
  })

  it('lets the programme office write one', async () => {
    const page = await openRules('', { 'GET /api/session': OFFICE }).opened
    await page.shows('3 rules of 3 shown')
    expect(page.control('Write a rule').getAttribute('href')).toBe('/governance/bnssg/rules/new')
  })

  it('says so when there are none, and when they cannot be read', async () => {
    const none = await openRules('', { [at('rules')]: listOf() }).opened
    await none.shows('This programme has no rules.')
    none.close()
    const { service, opened } = openRules('', { [at('rules')]: problem(500, 'internal', 'No rules today.') })
    const page = await opened
    await page.shows('No rules today.')
    service.on(at('rules'), listOf(overdue))
    await page.press('Try again')
    await page.shows('1 rule of 1 shown')
  })

  it('is not for people who may not see rules', async () => {
    const page = await openRules('', { 'GET /api/session': session() }).opened
    await page.shows('You may not open this page')
    expect(page.offers('Rules')).toBe(false)
  })
})
