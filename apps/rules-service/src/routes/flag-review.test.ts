import { FlagReview } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const REVIEW = '/api/programmes/alpha/flag-review'
const ADULT = 'late-task~alpha.task.adult'
const CHILDREN = 'late-task~alpha.task.children'

let service: TestService
let sro: string
beforeEach(async () => {
  service = await openTestService({ programmes: [{ state: smallProgramme('alpha') }] })
  sro = await service.signIn('person.sro')
})
afterEach(() => service.close())

async function review(cookie = sro): Promise<FlagReview> {
  return FlagReview.parse(await (await service.send(REVIEW, { cookie })).json())
}

async function markReviewed(seq: number): Promise<FlagReview> {
  const answer = await service.send(REVIEW, { method: 'PUT', cookie: sro, json: { seq } })
  expect(answer.status).toBe(200)
  return FlagReview.parse(await answer.json())
}

async function setDue(due: string): Promise<void> {
  await service.context.store.change(
    { programme: 'alpha', actor: 'system', idempotency: null },
    ({ before, put }) => {
      const task = before.state.records.task.find(({ id }) => id === 'alpha.task.adult')
      if (!task) throw new Error('There is no such task')
      const expectedVersion = before.versions.get(`task/${task.id}`) ?? null
      put('task', { ...task, due }, { expectedVersion, action: 'task.updated', why: null })
    },
    () => null,
  )
}

describe('the review of flags', () => {
  it('begins with every flag that is not cleared', async () => {
    expect(await review()).toMatchObject({ reviewed: null, news: [ADULT, CHILDREN] })
  })

  it('has nothing new after it was marked, until a flag is raised again', async () => {
    const marked = await markReviewed((await review()).seq)
    expect(marked).toMatchObject({ reviewed: { on: '2023-03-13' }, news: [] })
    await setDue('2023-12-31')
    expect((await review()).news).toEqual([])
    await setDue('2023-03-01')
    expect((await review()).news).toEqual([ADULT])
  })

  it('brings a flag back that was answered, and not one the SRO decided about', async () => {
    await markReviewed((await review()).seq)
    const path = `/api/programmes/alpha/flags/${ADULT}`
    await decideOnFlag(service, path, { cookie: sro, json: { kind: 'ask', question: 'Since when?' } })
    expect((await review()).news).toEqual([])
    const lead = await service.signIn('person.lead-adult')
    const version = (await service.send(path, { cookie: lead })).headers.get('etag') ?? ''
    const headers = { 'if-match': version }
    await service.send(`${path}/answers`, { cookie: lead, json: { text: 'Since May' }, headers })
    expect((await review()).news).toEqual([ADULT])
  })

  it('is each person’s own', async () => {
    await markReviewed((await review()).seq)
    const office = await service.signIn('person.programme-office')
    expect(await review(office)).toMatchObject({ reviewed: null, news: [ADULT, CHILDREN] })
  })

  it('cannot be marked ahead of the journal', async () => {
    const { seq } = await review()
    const ahead = await service.send(REVIEW, { method: 'PUT', cookie: sro, json: { seq: seq + 1 } })
    await expectProblem(ahead, 'invalid-input')
    expect((await review()).reviewed).toBeNull()
  })
})
