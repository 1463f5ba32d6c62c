import { expect, test } from '../fixtures/test.ts'

test('a viewer reads a task and is offered no way to change it; the service refuses one too', async ({
  visit,
}) => {
  const { page, api } = await visit('viewer', '/adult/bnssg/tasks/bnssg.task.gaps')
  await expect(page.getByRole('heading', { level: 1, name: /Find service gaps/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Update this task' })).toHaveCount(0)

  const refused = await api.patch('/api/programmes/bnssg/tasks/bnssg.task.gaps', {
    data: { status: 'done' },
    headers: { 'if-match': '"1"' },
  })
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ code: 'not-allowed' })
})

test('a lead sees the flags of others and decides about none', async ({ visit }) => {
  const flag = 'duty-without-live-task~duty.action.specify.specialist-access'
  const { page, api } = await visit('leadAdult', `/governance/bnssg/flags/${flag}`)
  await expect(page.getByRole('heading', { level: 2, name: 'Why it says so' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Your decision' })).toHaveCount(0)

  const refused = await api.post(`/api/programmes/bnssg/flags/${flag}/decisions`, {
    data: { kind: 'dispute', reason: 'No.' },
  })
  expect(refused.status()).toBe(403)
})

test('somebody who is not signed in gets no data', async ({ visit }) => {
  const { api } = await visit(null)
  const refused = await api.get('/api/programmes/bnssg/tasks')
  expect(refused.status()).toBe(401)
  expect(await refused.json()).toMatchObject({ code: 'not-signed-in' })
})

test('an app that is not for a person says so', async ({ visit }) => {
  const { page } = await visit('secretary', '/adult/bnssg/my-week')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not/i)
})
