import type { RuleCheck, RuleTrialInput } from '@workplan/domain'
import { flagSummary, noNetwork, openApp, problem, session, type FakeRequest } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { noEffect, ruleDetail, taskFacts } from '../testing/example-rules.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const OFFICE = session({ may: ['programme.view', 'rules.view', 'rules.manage'] })
const CHECK = at('rules/check', 'POST')
const CREATE = at('rules', 'POST')
const own = ruleDetail({
  id: 'own.late',
  title: 'Late',
  origin: 'own',
  state: 'draft',
  revision: 1,
  settings: null,
})

const stays = {
  flag: flagSummary({ message: 'Late' }),
  before: { severity: flagSummary().severity, message: 'Late' },
}

function checked(change: Partial<RuleCheck> = {}): RuleCheck {
  return { ready: true, problems: [], cases: [], conditions: null, ...change }
}

async function openEditor(answers: Record<string, object> = {}, path = '/bnssg/rules/new') {
  const service = governanceService({
    'GET /api/session': OFFICE,
    [at('rules/facts')]: listOf(taskFacts()),
    [at('rules/own.late')]: own,
    [CHECK]: checked(),
    [CREATE]: own,
    [at('rules/try', 'POST')]: {
      subjects: 40,
      count: 2,
      items: [],
      notAssessable: { count: 1, items: [] },
      effect: noEffect({ cleared: [flagSummary()], changed: [stays] }),
    },
    [at('rules/own.late/publish', 'POST')]: {
      item: { ...own, state: 'in-force', revision: 2 },
      flags: noEffect(),
    },
    ...answers,
  })
  const page = await openApp(governance, path)
  await page.shows('When it raises a flag')
  return { service, page }
}

type Page = Awaited<ReturnType<typeof openEditor>>['page']

/** Fills the field at a place of the rule. */
async function set(page: Page, place: string, value: string): Promise<void> {
  const field = page.root.querySelector<HTMLInputElement>(`#rule-${place}`)
  if (!field) throw new Error(`No field at ${place}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 0))
}

const reading = (fact: string, path: string | null = null) => JSON.stringify([fact, path, null])

async function buildNested(page: Page): Promise<void> {
  await page.fill('Title', 'Late')
  await page.fill('What it is about', 'task')
  await page.press('Add a condition')
  await set(page, 'when-all-0', reading('daysLate'))
  await set(page, 'when-all-0-operator', 'greaterThan')
  await set(page, 'when-all-0-value', '5')
  await page.press('Add a group')
  await page.press('Add a condition to group 2')
  await set(page, 'when-all-1-any-0', reading('status'))
  await set(page, 'when-all-1-any-0-operator', 'in')
  await set(page, 'when-all-1-any-0-value', 'blocked\ndone')
  await page.press('Add a condition to group 2')
  await set(page, 'when-all-1-any-1', reading('linkedByStatus', '$.blocked'))
  await set(page, 'when-all-1-any-1-operator', 'equal')
  await set(page, 'when-all-1-any-1-value', '0')
  await set(page, 'when-all-1', 'none')
}

const NESTED = {
  all: [
    { fact: 'daysLate', operator: 'greaterThan', value: 5 },
    {
      not: {
        any: [
          { fact: 'status', operator: 'in', value: ['blocked', 'done'] },
          { fact: 'linkedByStatus', path: '$.blocked', operator: 'equal', value: 0 },
        ],
      },
    },
  ],
}

describe('writing a rule', () => {
  it('builds nested conditions by form and saves them as a draft', async () => {
    const { service, page } = await openEditor()
    await buildNested(page)
    await page.press('Add a case')
    await page.fill('Name of the case', 'Very late')
    await set(page, 'cases-0-facts-daysLate', '9')
    await page.press('Save draft')
    await page.shows('The draft is saved')
    const sent = service.seen(CREATE)[0]?.body as RuleTrialInput
    expect(sent.document).toMatchObject({ title: 'Late', subject: 'task', severity: null, when: NESTED })
    expect(sent.cases).toEqual([
      { name: 'Very late', facts: { daysLate: 9, status: null, linkedByStatus: null }, flags: true },
    ])
    expect(page.router.currentRoute.value.name).toBe('edit-rule')
  })

  it('moves and removes conditions by buttons', async () => {
    const { service, page } = await openEditor()
    await buildNested(page)
    await page.press(/^Move up condition 2$/)
    await page.press('Remove condition 1.1')
    await page.press('Save draft')
    await page.shows('The draft is saved')
    const sent = service.seen(CREATE)[0]?.body as RuleTrialInput
    expect(sent.document.when).toEqual({
      all: [{ not: { any: [NESTED.all[1]?.not?.any[1]] } }, NESTED.all[0]],
    })
  })

  it('is checked as it is typed, and says beside a field what is wrong with it', async () => {
    const { service, page } = await openEditor({
      [CHECK]: ({ body }: FakeRequest) => {
        const { cases } = body as RuleTrialInput
        return checked({
          ready: false,
          problems: [
            { place: 'when.all.0.value', message: 'More days than a year' },
            { place: 'why', message: 'Say why it exists' },
          ],
          cases: cases.map(({ name, flags }) => ({
            name,
            expected: flags,
            verdict: 'does-not-hold',
            reference: false,
            agrees: false,
          })),
        })
      },
    })
    await buildNested(page)
    await page.press('Add a case')
    await page.shows('More days than a year')
    await page.shows('Comes out differently: No flag.')
    const field = page.root.querySelector('#rule-when-all-0-value')
    const described = field?.getAttribute('aria-describedby') ?? ''
    expect(
      described.split(' ').some((id) => document.getElementById(id)?.textContent?.includes('More days')),
    ).toBe(true)
    expect(page.text()).not.toContain('Say why it exists')
    await page.press('Check and publish')
    await page.shows('There is a problem')
    expect(page.control('Say why it exists').getAttribute('href')).toBe('#rule-why')
    expect(service.seen(at('rules/own.late/publish', 'POST'))).toHaveLength(0)
  })

  it('shows what it would raise before it is published with a reason', async () => {
    const { service, page } = await openEditor()
    await buildNested(page)
    await page.press('Check and publish')
    await page.shows('It would raise 2 flags on the 40 it looks at; 1 cannot be judged.')
    await page.shows('1 flag would clear, 1 would stay as they are. Nothing is published yet.')
    expect(service.seen(at('rules/try', 'POST'))[0]?.url.search).toBe('?rule=own.late')
    await page.fill('Why do you publish it?', 'Agreed by the board')
    await page.press('Publish this rule')
    await page.shows('The rule is published. No flags changed')
    const [sent] = service.seen(at('rules/own.late/publish', 'POST'))
    expect(sent?.headers.get('if-match')).toBe('"1"')
    expect(sent?.body).toEqual({ reason: 'Agreed by the board' })
  })

  it('keeps what was written when saving fails, also over a reload', async () => {
    const { page } = await openEditor({ [CREATE]: problem(500, 'internal', 'The disk is full.') })
    await buildNested(page)
    await page.press('Save draft')
    await page.shows('The disk is full. What you wrote is still here.')
    page.close()
    const again = await openApp(governance, '/bnssg/rules/new')
    await again.shows('When it raises a flag')
    expect(again.field('Title').value).toBe('Late')
    expect(again.root.querySelector<HTMLInputElement>('#rule-when-all-0-value')?.value).toBe('5')
  })

  it('compares a fact with another one of its type, and takes such a comparison up again', async () => {
    const { service, page } = await openEditor()
    await page.fill('Title', 'Late')
    await page.fill('What it is about', 'task')
    await page.press('Add a condition')
    await set(page, 'when-all-0', reading('daysLate'))
    expect(page.offers('Compared with')).toBe(false)
    await set(page, 'when-all-0-operator', 'greaterThan')
    await page.fill('Compared with', 'fact')
    await set(page, 'when-all-0-value', reading('linkedByStatus', '$.blocked'))
    await page.press('Add a case')
    await page.press('Save draft')
    await page.shows('The draft is saved')
    const when = {
      all: [
        {
          fact: 'daysLate',
          operator: 'greaterThan',
          value: { fact: 'linkedByStatus', path: '$.blocked' },
        },
      ],
    }
    const sent = service.seen(CREATE)[0]?.body as RuleTrialInput
    expect(sent.document.when).toEqual(when)
    expect(sent.cases[0]?.facts).toEqual({ daysLate: null, linkedByStatus: null })
    page.close()
    const saved = { ...own, draft: { ...sent, cases: [] } }
    const again = await openEditor({ [at('rules/own.late')]: saved }, '/bnssg/rules/own.late/edit')
    const other = again.page.root.querySelector<HTMLSelectElement>('#rule-when-all-0-value')
    expect(other?.value).toBe(reading('linkedByStatus', '$.blocked'))
    await again.page.fill('Compared with', 'value')
    expect(again.page.root.querySelector<HTMLInputElement>('#rule-when-all-0-value')?.value).toBe('')
  })

  it('shows both when somebody else wrote on it first, and saves mine in the place of theirs', async () => {
    const { service, page } = await openEditor({}, '/bnssg/rules/own.late/edit')
    const theirs = { ...own, revision: 9, title: 'Theirs' }
    const SAVE = at('rules/own.late', 'PUT')
    service.on(SAVE, problem(412, 'stale-version', 'Somebody was first.', { current: theirs }))
    await page.fill('Title', 'Mine')
    await page.press('Save draft')
    await page.shows('Somebody else changed this rule while you were writing')
    await page.shows('Title Different')
    service.on(SAVE, { ...theirs, revision: 10 })
    await page.press('Yours: Mine')
    await page.press('Save what I chose')
    await page.shows('The draft is saved')
    expect(page.field('Title').value).toBe('Mine')
    const last = service.seen(SAVE).at(-1)
    expect(last?.headers.get('if-match')).toBe('"9"')
    expect(last?.body).toMatchObject({ document: { title: 'Mine' } })
  })

  it('keeps what could not be sent, and sends it when the connection is back', async () => {
    const { service, page } = await openEditor({}, '/bnssg/rules/own.late/edit')
    const SAVE = at('rules/own.late', 'PUT')
    service.on(SAVE, noNetwork)
    await page.fill('Title', 'Mine')
    await page.press('Save draft')
    await page.shows('Not saved yet: the service cannot be reached.')
    service.on(SAVE, { ...own, revision: own.revision + 1 })
    service.streams.at(-1)?.open()
    await page.shows('The draft is saved')
    const [first, second] = service.seen(SAVE)
    expect(second?.body).toEqual(first?.body)
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('keeps what is written while the draft is being saved, also over a reload', async () => {
    const { service, page } = await openEditor({}, '/bnssg/rules/own.late/edit')
    const SAVE = at('rules/own.late', 'PUT')
    const answer = Promise.withResolvers<object>()
    service.on(SAVE, () => answer.promise)
    await page.fill('Title', 'First.')
    await page.press('Save draft')
    await page.fill('Title', 'First. Second.')
    answer.resolve({ ...own, title: 'First.', revision: 2 })
    await page.shows('The draft is saved, without what you wrote meanwhile.')
    page.close()
    service.on(SAVE, { ...own, title: 'First. Second.', revision: 3 })
    const again = await openApp(governance, '/bnssg/rules/own.late/edit')
    await again.shows('When it raises a flag')
    expect(again.field('Title').value).toBe('First. Second.')
    await again.press('Save draft')
    await again.shows('The draft is saved')
    expect(service.seen(SAVE).at(-1)?.headers.get('if-match')).toBe('"2"')
  })

  it('carries what is written while a new rule is saved over to the rule', async () => {
    const answer = Promise.withResolvers<object>()
    const { page } = await openEditor({ [CREATE]: () => answer.promise })
    await page.fill('Title', 'First.')
    await page.press('Save draft')
    await page.fill('Title', 'First. Second.')
    answer.resolve(own)
    await page.shows('The draft is saved, without what you wrote meanwhile.')
    await expect.poll(() => page.router.currentRoute.value.path).toBe('/bnssg/rules/own.late/edit')
    await page.shows('When it raises a flag')
    expect(page.field('Title').value).toBe('First. Second.')
    page.close()
    const anew = await openApp(governance, '/bnssg/rules/new')
    await anew.shows('When it raises a flag')
    expect(anew.field('Title').value).toBe('')
  })

  it('sends again what was sent and not answered, before what was written since', async () => {
    const { service, page } = await openEditor({}, '/bnssg/rules/own.late/edit')
    const SAVE = at('rules/own.late', 'PUT')
    service.on(SAVE, noNetwork)
    await page.fill('Title', 'First.')
    await page.press('Save draft')
    await page.shows('Not saved yet: the service cannot be reached.')
    await page.fill('Title', 'First. Second.')
    page.close()
    let revision = own.revision
    service.on(SAVE, () => ({ ...own, revision: (revision += 1) }))
    const again = await openApp(governance, '/bnssg/rules/own.late/edit')
    await again.shows('The draft is saved, without what you wrote meanwhile.')
    expect(again.field('Title').value).toBe('First. Second.')
    await again.press('Save draft')
    await expect.poll(() => service.seen(SAVE).length).toBe(3)
    const sent = service.seen(SAVE)
    expect(sent.map(({ body }) => (body as RuleTrialInput).document.title)).toEqual([
      'First.',
      'First.',
      'First. Second.',
    ])
    expect(sent[1]?.headers.get('idempotency-key')).toBe(sent[0]?.headers.get('idempotency-key'))
    expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"1"', '"2"'])
  })

  it('knows after a reload what was written over, so that theirs is not taken for mine', async () => {
    const titled = (title: string, revision: number) => {
      const empty = {
        subject: null,
        severity: null,
        why: '',
        requires: [],
        when: null,
        message: '',
        remedy: '',
      }
      const document = { ...empty, title, source: { framework: '', locator: '' } }
      return { ...own, revision, draft: { document, cases: [] } }
    }
    const answers = { [at('rules/own.late')]: titled('Late', 1) }
    const { service, page } = await openEditor(answers, '/bnssg/rules/own.late/edit')
    await page.fill('Why the rule exists', 'Mine')
    page.close()
    const theirs = titled('Theirs', 9)
    service.on(at('rules/own.late'), theirs)
    service.on(
      at('rules/own.late', 'PUT'),
      problem(412, 'stale-version', 'Somebody was first.', { current: theirs }),
    )
    const again = await openApp(governance, '/bnssg/rules/own.late/edit')
    await again.shows('When it raises a flag')
    expect(again.field('Why the rule exists').value).toBe('Mine')
    await again.press('Save draft')
    await again.shows('Somebody else changed this rule while you were writing')
    await again.shows('Why the rule exists Different: only you changed it')
    await again.shows('Title Different: only they changed it')
  })

  it('takes up what somebody else wrote when mine is thrown away', async () => {
    const written = { title: 'Theirs', subject: null, severity: null, why: 'Agreed', requires: [] }
    const document = {
      ...written,
      source: { framework: '', locator: '' },
      when: null,
      message: '',
      remedy: '',
    }
    const theirs = { ...own, revision: 9, draft: { document, cases: [] } }
    const { service, page } = await openEditor({}, '/bnssg/rules/own.late/edit')
    const SAVE = at('rules/own.late', 'PUT')
    service.on(SAVE, problem(412, 'stale-version', 'Somebody was first.', { current: theirs }))
    await page.fill('Title', 'Mine')
    await page.press('Save draft')
    await page.shows('Somebody else changed this rule while you were writing')
    await page.press('Throw mine away')
    await page.shows('Why the rule exists')
    expect(page.field('Title').value).toBe('Theirs')
  })

  it('is for those who manage rules', async () => {
    governanceService({ 'GET /api/session': session({ may: ['programme.view', 'rules.view'] }) })
    const page = await openApp(governance, '/bnssg/rules/new')
    await page.shows('You may not open this page')
  })
})
