import { flagSummary, noNetwork, openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { noEffect, ruleDetail } from '../testing/example-rules.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const OFFICE = session({ may: ['programme.view', 'rules.view', 'rules.manage'] })
const PREVIEW = at('rules/task-overdue/settings/preview', 'POST')
const SETTINGS = at('rules/task-overdue/settings', 'PUT')

const effect = noEffect({
  cleared: [
    flagSummary({
      id: 'task-overdue~a',
      title: 'Task overdue',
      subject: { kind: 'task', id: 'a', title: 'Night rota' },
    }),
  ],
  raised: [
    flagSummary({
      id: 'task-overdue~b',
      title: 'Task overdue',
      subject: { kind: 'task', id: 'b', title: 'New leaflet' },
    }),
  ],
})

function openRule(answers: Record<string, object> = {}) {
  const service = governanceService({
    'GET /api/session': OFFICE,
    [at('rules/task-overdue')]: ruleDetail(),
    [PREVIEW]: effect,
    [SETTINGS]: { item: ruleDetail({ revision: 5, changedHere: true }), flags: effect },
    ...answers,
  })
  return { service, opened: openApp(governance, '/bnssg/rules/task-overdue') }
}

describe('the page of a rule', () => {
  it('says why it exists, when it raises a flag, what it finds and what its cases come to', async () => {
    const page = await openRule({
      'GET /api/session': session({ may: ['programme.view', 'rules.view'] }),
    }).opened
    await page.shows('Task overdue')
    for (const words of [
      'The date has gone by',
      'Progress is tracked.',
      'Days late is more than 0 days',
      'Was due {due}',
      'Is live: yes',
      'Days late: not known',
      'Cannot be judged',
      'nobody has changed it',
    ])
      expect(page.text()).toContain(words)
    expect(page.control('12 flags not cleared').getAttribute('href')).toContain('/flags?rule=task-overdue')
    expect(page.text()).not.toContain('Settings in this programme')
  })

  it('shows the effect of settings before it saves them with a reason', async () => {
    const { service, opened } = openRule()
    const page = await opened
    await page.shows('Settings in this programme')
    await page.shows('Severity of its flags')
    expect(page.offers('Save these settings')).toBe(false)
    await page.fill('Days late is more than', '14')
    await page.fill('Severity of its flags', 'low')
    await page.press('See what this would change')
    await page.shows('1 flag would clear, 1 would be raised. Nothing is saved yet.')
    expect(page.control(/Night rota/).getAttribute('href')).toContain('/flags/task-overdue~a')
    expect(page.control(/New leaflet/).getAttribute('href')).toContain('/tasks/b')
    expect(service.seen(PREVIEW)[0]?.body).toEqual({
      enabled: true,
      severity: 'low',
      thresholds: { 'when.all.1.value': 14 },
    })
    await page.press('Save these settings')
    await page.shows('Say why')
    expect(service.seen(SETTINGS)).toHaveLength(0)
    await page.fill('Why do you set it so?', 'A fortnight is agreed')
    await page.press('Save these settings')
    await page.shows('The rule is set. 1 flag cleared, 1 raised')
    const [saved] = service.seen(SETTINGS)
    expect(saved?.headers.get('if-match')).toBe('"4"')
    expect(saved?.body).toMatchObject({ severity: 'low', reason: 'A fortnight is agreed' })
  })

  it('asks for the effect again when the settings change after it was shown', async () => {
    const { opened } = openRule()
    const page = await opened
    await page.shows('Severity of its flags')
    await page.press('See what this would change')
    await page.shows('Save these settings')
    await page.fill('Days late is more than', '7')
    await page.shows('See what this would change')
    expect(page.offers('Save these settings')).toBe(false)
    await page.fill('Days late is more than', 'a week')
    await page.press('See what this would change')
    await page.shows('Days late: enter a number')
  })

  it('shows both when somebody else set it first, and saves mine on top of theirs', async () => {
    const theirs = ruleDetail({
      revision: 9,
      settings: {
        version: 1,
        enabled: false,
        severity: null,
        thresholds: {},
        notApplied: [],
        reason: 'Too noisy',
        by: 'A colleague',
        at: '2023-03-13T09:00:00.000Z',
      },
    })
    const { service, opened } = openRule({
      [SETTINGS]: problem(412, 'stale-version', 'Somebody was first.', { current: theirs }),
    })
    const page = await opened
    await page.shows('Severity of its flags')
    await page.fill('Days late is more than', '14')
    await page.press('See what this would change')
    await page.shows('Save these settings')
    await page.fill('Why do you set it so?', 'Agreed')
    await page.press('Save these settings')
    await page.shows('Somebody else set this rule first')
    expect(page.text()).toContain('Days late is more than 14 days')
    expect(page.text()).toContain('A colleague: Too noisy')
    service.on(SETTINGS, { item: ruleDetail({ revision: 10 }), flags: noEffect() })
    await page.press('Keep mine and look at its effect')
    await page.press('See what this would change')
    await page.shows('Save these settings')
    await page.fill('Why do you set it so?', 'Agreed')
    await page.press('Save these settings')
    await page.shows('The rule is set. No flags changed')
    expect(service.seen(SETTINGS).at(-1)?.headers.get('if-match')).toBe('"9"')
  })

  it('sends settings again that were not answered, before other ones', async () => {
    const { service, opened } = openRule()
    const page = await opened
    const look = async (severity: string, reason: string) => {
      await page.fill('Severity of its flags', severity)
      await page.press('See what this would change')
      await page.fill('Why do you set it so?', reason)
      await page.press('Save these settings')
    }
    await page.shows('Severity of its flags')
    service.on(SETTINGS, noNetwork)
    await look('low', 'Agreed')
    await page.shows('No answer came, so we do not know whether it was done.')
    expect(page.text()).not.toContain('Not saved')
    let revision = 4
    service.on(SETTINGS, () => ({ item: ruleDetail({ revision: (revision += 1) }), flags: effect }))
    await look('high', 'Agreed since')
    await page.shows('The rule is set')
    const sent = service.seen(SETTINGS)
    expect(sent.map(({ body }) => (body as { severity: string }).severity)).toEqual(['low', 'low', 'high'])
    expect(sent[1]?.headers.get('idempotency-key')).toBe(sent[0]?.headers.get('idempotency-key'))
    expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"4"', '"4"', '"5"'])
  })

  it('takes kept settings for saved where the rule has them by now', async () => {
    const { service, opened } = openRule()
    const page = await opened
    await page.shows('Severity of its flags')
    await page.fill('Severity of its flags', 'low')
    await page.press('See what this would change')
    await page.fill('Why do you set it so?', 'Agreed')
    page.close()
    const settings = { enabled: true, severity: 'low', thresholds: {} }
    service.on(at('rules/task-overdue'), ruleDetail({ revision: 5, settings } as object))
    const again = await openApp(governance, '/bnssg/rules/task-overdue')
    await again.shows('Severity of its flags')
    await again.fill('Severity of its flags', 'high')
    await again.press('See what this would change')
    await again.shows('Why do you set it so?')
    expect(again.field('Why do you set it so?').value).toBe('Agreed')
    await again.press('Save these settings')
    await expect.poll(() => service.seen(SETTINGS).at(-1)?.headers.get('if-match')).toBe('"5"')
  })

  it('ends a rule of the programme with a reason', async () => {
    const END = at('rules/task-overdue/end', 'POST')
    const own = ruleDetail({ origin: 'own', settings: null })
    const { service, opened } = openRule({
      [at('rules/task-overdue')]: own,
      [END]: { item: { ...own, state: 'ended' }, flags: noEffect() },
    })
    const page = await opened
    await page.shows('End this rule')
    await page.fill('Why does it end?', 'Covered elsewhere')
    page.root.querySelector<HTMLButtonElement>('details form button[type="submit"]')?.click()
    await page.shows('The end of the rule is set')
    expect(service.seen(END)[0]?.body).toEqual({ reason: 'Covered elsewhere' })
  })

  it('throws a draft away once it was asked for, also after somebody else wrote on it', async () => {
    const DISCARD = at('rules/task-overdue/draft', 'DELETE')
    const draft = ruleDetail({ origin: 'own', state: 'draft', hasDraft: true, settings: null })
    const { service, opened } = openRule({
      [at('rules/task-overdue')]: draft,
      [at('rules')]: listOf(),
      [DISCARD]: problem(412, 'stale-version', 'The rule was changed since you opened it.', {
        current: { ...draft, revision: 9, title: 'Late by now' },
      }),
    })
    const page = await opened
    await page.shows('Throw the draft away')
    await page.press('Throw the draft away')
    expect(page.text()).toContain('It was never published: the rule is gone with it.')
    await page.press('Throw it away')
    await page.shows('The rule was changed since you opened it.')
    await page.shows('Late by now')
    service.on(DISCARD, {})
    await page.press('Throw the draft away')
    await page.press('Throw it away')
    await page.shows('The draft is thrown away')
    await page.shows('What raises a flag, and why?')
    expect(service.seen(DISCARD).map(({ headers }) => headers.get('if-match'))).toEqual(['"4"', '"9"'])
    expect(page.router.currentRoute.value.name).toBe('rules')
  })

  it('does not ask for a rule that is gone with its draft', async () => {
    const RULE = at('rules/task-overdue')
    const draft = ruleDetail({ origin: 'own', state: 'draft', hasDraft: true, settings: null })
    const { service, opened } = openRule({ [RULE]: draft, [at('rules')]: listOf() })
    const page = await opened
    await page.shows('Throw the draft away')
    const asked = service.seen(RULE).length
    service.on(at('rules/task-overdue/draft', 'DELETE'), () => {
      service.on(RULE, problem(404, 'not-found', 'There is no such rule.'))
      service.publish({ programme: 'bnssg', seq: 9, kinds: ['rule'], ids: [] })
      return {}
    })
    await page.press('Throw the draft away')
    await page.press('Throw it away')
    await page.shows('What raises a flag, and why?')
    expect(service.seen(RULE)).toHaveLength(asked)
  })

  it('says what went wrong', async () => {
    const page = await openRule({
      [at('rules/task-overdue')]: problem(404, 'not-found', 'There is no such rule.'),
    }).opened
    await page.shows('There is no such rule.')
  })
})
