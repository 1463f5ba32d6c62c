import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const RULES = '/api/programmes/bnssg/rules'

test('the office changes a threshold with a reason and sees the effect first; then the flags change', async ({
  visit,
}) => {
  const { page, api } = await visit('programmeOffice', '/governance/bnssg/rules/level-zero-or-one')
  const flags = '/api/programmes/bnssg/flags?rule=level-zero-or-one'
  const before = await read(api, flags)
  await page.getByRole('textbox', { name: 'Level is at most' }).fill('0')
  await page.getByRole('button', { name: 'See what this would change' }).click()
  const forecast = page.getByText(/\d+ flags would clear.*Nothing is saved yet\./)
  await expect(forecast).toBeVisible()
  const clearing = Number(/\d+/.exec(await forecast.innerText())?.[0])
  expect((await read(api, flags)).total).toBe(before.total)

  await page.getByRole('textbox', { name: 'Why do you set it so?' }).fill('The board looks at level 0 only.')
  await page.getByRole('button', { name: 'Save these settings' }).click()
  await expect(page.getByText(`The rule is set. ${clearing} flags cleared`)).toBeVisible()
  await expect(page.getByText('Changed here')).toBeVisible()
  await expect(page.getByText('The board looks at level 0 only.')).toBeVisible()
  expect((await read(api, flags)).total).toBe(before.total - clearing)

  const journal = await read(api, '/api/programmes/bnssg/journal?kind=rule&id=level-zero-or-one')
  expect(journal.items[0]).toMatchObject({ action: 'rule.set', why: 'The board looks at level 0 only.' })
})

test('the office writes a rule by form, tries it, publishes it, and its flags appear; it ends, and they clear', async ({
  visit,
}) => {
  const { page, api } = await visit('programmeOffice', '/governance/bnssg/rules')
  await page.getByRole('button', { name: 'Write a rule' }).click()
  await fillText(page)
  await addCondition(page, 0, 'The task is live', 'Yes')
  await addCondition(page, 1, 'A next step is recorded', 'No')
  await addCase(page, 1, { name: 'nothing next', live: 'Yes', next: 'No', out: 'Flag' })
  await addCase(page, 2, { name: 'something next', live: 'Yes', next: 'Yes', out: 'Flag' })
  const second = page.getByRole('group', { name: 'Case 2' })
  await expect(second.getByText('Comes out differently: No flag.')).toBeVisible()
  await expect(page.getByText(/It cannot be published yet/)).toBeVisible()
  await second.getByRole('radio', { name: 'No flag' }).check()
  await expect(second.getByText('Comes out as expected: No flag.')).toBeVisible()
  await expect(page.getByText('It can be published.')).toBeVisible()

  await page.getByRole('button', { name: 'Try it on the programme' }).click()
  const tried = page.getByText(/It would raise \d+ flags on the \d+ it looks at/)
  await expect(tried).toBeVisible()
  const count = Number(/raise (\d+)/.exec(await tried.innerText())?.[1])
  expect(count).toBeGreaterThan(0)
  expect((await read(api, `${RULES}?origin=own`)).items).toEqual([])

  await page.getByRole('button', { name: 'Check and publish' }).click()
  await page.getByRole('textbox', { name: 'Why do you publish it?' }).fill('Agreed by the board in March.')
  await page.getByRole('button', { name: 'Publish this rule' }).click()
  await expect(page.getByText(`The rule is published. ${count} flags raised`)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Live task with nothing next' })).toBeVisible()
  await expect(page.getByText('Your own rule, version 1')).toBeVisible()

  await page.getByRole('link', { name: `${count} flags not cleared` }).click()
  const raised = await read(api, '/api/programmes/bnssg/flags?rule=own.live-task-with-nothing-next')
  const main = page.getByRole('main')
  await main.getByRole('link', { name: raised.items[0].subject.title }).first().click()
  await expect(main.getByText('Nobody has written what happens next').first()).toBeVisible()
  await expect(main.getByText(/Raised by version 1 of it/)).toBeVisible()
  await expect(main.getByText('Would have been enough: yes')).toBeVisible()

  await main.getByRole('link', { name: 'Live task with nothing next' }).first().click()
  await page.getByText('End this rule').first().click()
  await page.getByRole('textbox', { name: 'Why does it end?' }).fill('The pack has one by now.')
  await page.getByRole('button', { name: 'End this rule' }).click()
  await expect(page.getByText(`The end of the rule is set. ${count} flags cleared`)).toBeVisible()
  await expect(main.getByText('Ended', { exact: true }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Entries in the journal' }).click()
  await expect(page.getByRole('combobox', { name: 'Kind of record' })).toHaveValue('rule')
  await expect(main.getByText('The pack has one by now.')).toBeVisible()
  const { items } = await read(
    api,
    '/api/programmes/bnssg/flags?status=cleared&rule=own.live-task-with-nothing-next',
  )
  expect(items).toHaveLength(count)
  const cleared = await read(api, `/api/programmes/bnssg/flags/${items[0].id}`)
  expect(cleared.history[0]).toMatchObject({ event: 'cleared', cause: { kind: 'rule' } })
})

test('a new version says before it is published which flags it would clear', async ({ visit }) => {
  const { page, api } = await visit('programmeOffice')
  const { item } = await publishedRule(api, 'Live task to be narrowed')
  await page.goto(`/governance/bnssg/rules/${item.id}`)
  await page.getByRole('button', { name: 'Write a new version' }).click()
  await addCondition(page, 2, 'A date or quarter is planned', 'No')
  for (const number of [1, 2])
    await caseField(page, number, 'A date or quarter is planned').selectOption({ label: 'No' })
  await page.getByRole('button', { name: 'Check and publish' }).click()
  await expect(
    page.getByText(/\d+ flags would clear, \d+ would stay as they are\. Nothing is published yet\./),
  ).toBeVisible()
  expect((await read(api, `${RULES}/${item.id}`)).flagsOpen).toBe(item.flagsOpen)

  await page
    .getByRole('textbox', { name: 'Why do you publish it?' })
    .fill('Narrowed to what waits for money.')
  await page.getByRole('button', { name: 'Publish this rule' }).click()
  await expect(page.getByText(/The rule is published\. \d+ flags cleared/)).toBeVisible()
  await expect(page.getByText('Your own rule, version 2')).toBeVisible()
})

test('one person writes on a draft in two windows: both texts are seen, one is kept; then the draft is thrown away', async ({
  visit,
  expectTrouble,
}) => {
  const { page, api } = await visit('programmeOffice')
  const draft = await draftedRule(api, 'Draft of two windows')
  // The page may ask once more for the rule that is gone.
  expectTrouble(new RegExp(` 4(04|12) .*${draft.id}`))
  await page.goto(`/governance/bnssg/rules/${draft.id}/edit`)
  await page.getByRole('textbox', { name: 'Why the rule exists' }).fill('Written on this page.')
  const other = { document: { ...draft.draft.document, why: 'Written in another window.' }, cases: [] }
  const first = await api.put(`${RULES}/${draft.id}`, {
    data: other,
    headers: { 'if-match': `"${draft.revision}"` },
  })
  expect(first.status()).toBe(200)

  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('heading', { name: 'You changed this rule in another window' })).toBeVisible()
  await expect(page.getByText('Written in another window.')).toBeVisible()
  await page.getByRole('radio', { name: /^In this window: Written on this page/ }).check()
  await page.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(page.getByText('The draft is saved')).toBeVisible()
  expect((await read(api, `${RULES}/${draft.id}`)).draft.document.why).toBe('Written on this page.')

  await page.goto(`/governance/bnssg/rules/${draft.id}`)
  await page.getByRole('button', { name: 'Throw the draft away' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click()
  await expect(page.getByText('The draft is thrown away')).toBeVisible()
  expect((await api.get(`${RULES}/${draft.id}`)).status()).toBe(404)
})

test('a rule that counts what is there for children raises a flag that the app for children shows', async ({
  visit,
}) => {
  const { page } = await visit('leadChildren', '/children/bnssg/flags')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: /No task names children and young people/ })).toBeVisible()
})

async function fillText(page: Page): Promise<void> {
  for (const [name, text] of [
    ['Title', 'Live task with nothing next'],
    ['Why the rule exists', 'Work without a next step stops.'],
    ['Source: the document it follows from', 'Decision of the programme board'],
    ['Source: where in it', 'Minutes of March 2023, item 4'],
    ['What the flag says', 'Nobody has written what happens next'],
    ['What would clear it', 'Write the next step.'],
  ] as const)
    await page.getByRole('textbox', { name, exact: true }).fill(text)
  await page.getByRole('combobox', { name: 'What it is about' }).selectOption({ label: 'Task' })
  await page.getByRole('combobox', { name: 'Severity' }).selectOption({ label: 'Low' })
}

/** Adds a comparison with yes or no at the end of the outermost group. */
async function addCondition(page: Page, index: number, fact: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition', exact: true }).click()
  const last = (name: string): Locator => page.getByRole('combobox', { name, exact: true }).nth(index)
  await last('What to look at').selectOption({ label: fact })
  await last('How it compares').selectOption({ label: 'is' })
  await last('With').selectOption({ label: value })
}

async function addCase(
  page: Page,
  number: number,
  { name, live, next, out }: { name: string; live: string; next: string; out: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Add a case' }).click()
  const one = page.getByRole('group', { name: `Case ${number}` })
  await one.getByRole('textbox', { name: 'Name of the case' }).fill(name)
  await caseField(page, number, 'The task is live').selectOption({ label: live })
  await caseField(page, number, 'A next step is recorded').selectOption({ label: next })
  await one.getByRole('radio', { name: out, exact: true }).check()
}

function caseField(page: Page, number: number, name: string): Locator {
  return page.getByRole('group', { name: `Case ${number}` }).getByRole('combobox', { name })
}

function documentCalled(title: string) {
  const known = (hasNextStep: boolean) => ({ isLive: true, hasNextStep })
  return {
    document: {
      title,
      subject: 'task',
      severity: 'low',
      source: { framework: 'Decision of the programme board', locator: 'Minutes' },
      why: 'Work without a next step stops.',
      requires: [],
      when: {
        all: [
          { fact: 'isLive', operator: 'equal', value: true },
          { fact: 'hasNextStep', operator: 'equal', value: false },
        ],
      },
      message: 'Nobody has written what happens next',
      remedy: 'Write the next step.',
    },
    cases: [
      { name: 'nothing next', facts: known(false), flags: true },
      { name: 'something next', facts: known(true), flags: false },
    ],
  }
}

async function draftedRule(api: APIRequestContext, title: string) {
  const begun = await api.post(RULES, { data: documentCalled(title) })
  expect(begun.status()).toBe(201)
  return begun.json()
}

async function publishedRule(api: APIRequestContext, title: string) {
  const { id, revision } = await draftedRule(api, title)
  const published = await api.post(`${RULES}/${id}/publish`, {
    data: { reason: 'Agreed' },
    headers: { 'if-match': `"${revision}"` },
  })
  expect(published.status()).toBe(200)
  return published.json()
}

async function read(api: APIRequestContext, path: string) {
  const answer = await api.get(path)
  expect(answer.status(), path).toBe(200)
  return answer.json()
}
