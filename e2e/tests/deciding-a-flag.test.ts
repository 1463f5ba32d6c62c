import { expect, test } from '../fixtures/test.ts'

const task = 'bnssg.plan.compassionate-communities'
const flag = `task-without-owner~${task}`
const title = 'Name an owner for compassionate communities'

test('an SRO asks, the lead answers and takes the work, the office names the owner, and the flag clears', async ({
  visit,
}) => {
  test.slow()
  const review = `/governance/bnssg/flags/review?rule=task-without-owner&subject=${task}`
  const sro = await visit('sro', review)
  await expect(sro.page.getByText('1 of 1 flag')).toBeVisible()
  await expect(sro.page.getByRole('heading', { name: 'Your decision' })).toBeVisible()
  await sro.page.keyboard.press('q')
  const question = sro.page.getByRole('textbox', { name: 'Your question' })
  await expect(question).toBeFocused()
  await sro.page.keyboard.type('Who owns this?')
  await sro.page.getByRole('button', { name: 'Record decision' }).press('Enter')
  await expect(sro.page.getByText('You have decided about all of them.')).toBeVisible()

  const lead = await visit('leadAdult', `/adult/bnssg/flags/${flag}`)
  await expect(lead.page.getByText('Who owns this?').first()).toBeVisible()
  await lead.page.getByRole('textbox', { name: 'Your answer' }).fill('Nobody yet: the post is being filled.')
  await lead.page.getByRole('button', { name: 'Send answer' }).click()
  await expect(lead.page.getByRole('heading', { name: 'A question for you' })).toHaveCount(0)

  await sro.page.goto(`/governance/bnssg/flags/${flag}`)
  await expect(sro.page.getByText('Nobody yet: the post is being filled.').first()).toBeVisible()
  await sro.page.getByRole('radio', { name: 'Assign it to a task' }).check()
  await sro.page.getByRole('radio', { name: 'New work' }).check()
  await sro.page.getByRole('textbox', { name: 'What is to be done' }).fill(title)
  await sro.page.getByRole('combobox', { name: 'Workstream' }).selectOption({ value: 'bnssg.ws.service' })
  await sro.page.getByRole('combobox', { name: 'Owner' }).selectOption('Lead for adult services')
  await sro.page.getByRole('textbox', { name: 'Day' }).fill('30')
  await sro.page.getByRole('textbox', { name: 'Month' }).fill('6')
  await sro.page.getByRole('textbox', { name: 'Year' }).fill('2023')
  await sro.page.getByRole('button', { name: 'Record decision' }).click()
  await expect(sro.page.getByRole('main').getByText('Assigned', { exact: true }).first()).toBeVisible()

  const office = await visit('programmeOffice', '/adult/bnssg/workplan?view=list&q=Compassionate')
  await office.page.getByRole('checkbox', { name: /^Choose Compassionate communities/ }).check()
  const change = office.page.getByRole('form', { name: 'Change 1 task' })
  await change.getByRole('combobox', { name: 'Owner' }).selectOption('Lead for adult services')
  await change.getByRole('button', { name: 'Change 1 task' }).click()
  await expect(office.page.getByRole('status').filter({ hasText: /\d flags? cleared/ })).toBeVisible()
  await expect(sro.page.getByRole('main').getByText('Cleared', { exact: true }).first()).toBeVisible()

  await lead.page.goto('/adult/bnssg/my-week')
  await lead.page
    .getByRole('group', { name: `Update ${title}` })
    .getByRole('button', { name: 'Done' })
    .click()
  await expect(lead.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  const events = await (await sro.api.get(`/api/programmes/bnssg/flags/${flag}`)).json()
  expect(events.history.map(({ event }: { event: string }) => event)).toEqual([
    ...['cleared', 'assigned', 'answered', 'asked', 'raised'],
  ])
  const tasks = await (await sro.api.get('/api/programmes/bnssg/tasks?limit=500')).json()
  const made = tasks.items.filter((view: { task: { title: string } }) => view.task.title === title)
  expect(
    made.map(({ task: { status, owner } }: { task: Record<string, string> }) => [status, owner]),
  ).toEqual([['done', 'person.lead-adult']])
})

test('the office drafts an FOI pack, answers it, and the SRO approves it for good', async ({ visit }) => {
  const office = await visit('programmeOffice', '/governance/bnssg/foi?new=yes')
  await office.page.getByRole('textbox', { name: 'Title' }).fill('Hospice care, as asked in June')
  const asAt = office.page.getByRole('group', { name: 'Answers hold as at' })
  await asAt.getByRole('textbox', { name: 'Day' }).fill('11')
  await asAt.getByRole('textbox', { name: 'Month' }).fill('7')
  await asAt.getByRole('textbox', { name: 'Year' }).fill('2023')
  await office.page.getByRole('button', { name: 'Draft the answers' }).click()
  await expect(office.page.getByText('0 of 10 questions answered')).toBeVisible()
  await expect(office.page.getByText(/The records fit b \(Mostly level 3\)/)).toBeVisible()
  await expect(office.page.getByRole('link', { name: '£3,683,000' })).toBeVisible()
  for (let number = 1; number <= 10; number += 1) {
    await office.page
      .getByRole('button', { name: `Write the answer to question ${number}`, exact: true })
      .click()
    const section = office.page.getByRole('region', { name: new RegExp(`^${number}\\. `) })
    const answer = section.getByRole('textbox', { name: 'Answer' })
    if ((await answer.inputValue()) === '') await answer.fill('We hold no information.')
    await section.getByRole('button', { name: 'Save the answer' }).click()
    await expect(office.page.getByText(`${number} of 10 questions answered`)).toBeVisible()
  }

  const sro = await visit('sro', new URL(office.page.url()).pathname)
  await sro.page.getByRole('button', { name: 'Approve', exact: true }).click()
  await sro.page.getByRole('button', { name: 'Yes, approve' }).click()
  await expect(sro.page.getByText('Approved by Senior responsible owner')).toBeVisible()
  await expect(office.page.getByText('Approved by Senior responsible owner')).toBeVisible()
  await expect(office.page.getByRole('button', { name: /Change the answer/ })).toHaveCount(0)
})
