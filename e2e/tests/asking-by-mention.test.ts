import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures/test.ts'

const TASK = 'bnssg.plan.carers-review'

test('the programme office mentions a lead, who is told of it, answers by keyboard, and has read it', async ({
  visit,
}) => {
  const office = await visit('programmeOffice', `/governance/bnssg/tasks/${TASK}`)
  const lead = await visit('leadAdult', '/adult/bnssg/alerts')
  const mentions = lead.page.getByRole('region', { name: /^Mentioned/ })
  await expect(lead.page.getByRole('heading', { level: 1, name: 'Alerts' })).toBeVisible()
  await expect(lead.page.getByText(/^\d+ alerts?; \d+ not read$/)).toBeVisible()
  await expect(mentions).toHaveCount(0)

  // The list of people is worked from the box.
  const box = office.page.getByRole('textbox', { name: 'Add a comment' })
  await box.click()
  await office.page.keyboard.type('Who reviews it, @lead')
  const people = office.page.getByRole('listbox', { name: 'People to mention' })
  await expect(people.getByRole('option')).toHaveCount(3)
  await expect(people.getByRole('option', { selected: true })).toContainText('Lead for adult services')
  const { violations } = await new AxeBuilder({ page: office.page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await office.page.keyboard.press('Enter')
  await office.page.keyboard.type('?')
  await expect(box).toHaveValue('Who reviews it, @Lead for adult services ?')
  await office.page.keyboard.press('Control+Enter')
  await expect(office.page.getByRole('list', { name: '1 comment, oldest first' })).toBeVisible()
  await expect(box).toHaveValue('')

  // It arrives by itself, and leads to what was said.
  await expect(mentions.getByText('Who reviews it, @Lead for adult services ?')).toBeVisible()
  await expect(mentions.getByText('New', { exact: true })).toBeVisible()
  await mentions.getByRole('link').click()
  const said = lead.page.getByRole('list', { name: '1 comment, oldest first' })
  await expect(said).toBeInViewport()
  await lead.page.getByRole('textbox', { name: 'Add a comment' }).focus()
  await lead.page.keyboard.type('The carers’ group, in May')
  await lead.page.keyboard.press('Control+Enter')
  await expect(office.page.getByText('The carers’ group, in May')).toBeVisible()

  await lead.page
    .getByRole('link', { name: /^Alerts/ })
    .first()
    .click()
  await expect(mentions.getByRole('link')).toBeVisible()
  await expect(mentions.getByText('New', { exact: true })).toHaveCount(0)
  await lead.page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(lead.page.getByText(/^\d+ alerts; all are read$/)).toBeVisible()
  await expect(lead.page.getByRole('link', { name: 'Alerts', exact: true }).first()).toBeVisible()
})
