import { MeasureAnswer } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgedProgramme } from '../testing/judged-programme.ts'
import { savedAnswer, startTestRound, type TestRound } from '../testing/self-assessment.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ANSWERS = '/api/programmes/alpha/answers'
const OF_ORGANISATIONS = '/api/programmes/alpha/organisation-answers'

let service: TestService
let round: TestRound
let adult: string
let children: string
let office: string
let sro: string

beforeAll(async () => {
  const state = judgedProgramme('alpha')
  const source = { document: 'Test' }
  state.records.provider = ['hospice', 'trust'].map((name) => ({
    id: `alpha.provider.${name}`,
    source,
    name: `The ${name}`,
    sameAs: null,
  }))
  service = await openTestService({ programmes: [{ state }] })
  adult = await service.signIn('person.lead-adult')
  children = await service.signIn('person.lead-children')
  office = await service.signIn('person.programme-office')
  sro = await service.signIn('person.sro')
  round = await startTestRound(service, 'alpha', office)
})
afterAll(() => service.close())

describe('answering a measure', () => {
  it('is for the leads of the people it names, and for the programme office', async () => {
    await expectProblem(await round.answer(adult, '1.1.3', { level: 2 }), 'not-allowed')
    await expectProblem(await round.answer(sro, '1.1.3', { level: 2 }), 'not-allowed')
    expect((await round.measure(adult, '1.1.3')).mayAnswer).toBe(false)
    expect((await round.measure(children, '1.1.3')).mayAnswer).toBe(true)
    const { item } = await savedAnswer(await round.answer(children, '1.1.3', { level: 2 }))
    expect(item).toMatchObject({ version: 2, answer: { state: 'answered', level: 2 } })
    expect((await round.answer(office, '1.1.3', { level: 1 })).status).toBe(200)
  })

  it('needs the reason where it does not apply, and names the field', async () => {
    const refused = await expectProblem(
      await round.answer(adult, '1.1.2', { state: 'not-applicable' }),
      'invalid-input',
    )
    expect(refused.errors).toEqual([
      { path: 'whyNotApplicable', message: 'Say why the measure does not apply' },
    ])
  })

  it('keeps one of two answers from the same version, and shows the other person what there is', async () => {
    const { answer, version } = await round.measure(adult, '1.1.4')
    const headers = { 'if-match': `"${version}"` }
    const patch = (level: number) =>
      service.send(`${ANSWERS}/${answer.id}`, { cookie: adult, method: 'PATCH', json: { level }, headers })
    const answers = [await patch(2), await patch(4)]
    expect(answers.map(({ status }) => status)).toEqual([200, 412])
    const problem = await expectProblem(answers[1] as Response, 'stale-version')
    expect(MeasureAnswer.parse(problem.current).answer.level).toBe(2)
    expect(problem.base).toMatchObject({ state: 'unanswered' })
  })

  it('can be taken back to unanswered', async () => {
    await round.answer(adult, '1.1.2', { level: 3, evidence: 'Audit', evidenceDate: '2023-01' })
    const { item } = await savedAnswer(
      await round.answer(adult, '1.1.2', { state: 'unanswered', level: null, evidence: null }),
    )
    expect(item.answer).toMatchObject({
      state: 'unanswered',
      level: null,
      evidence: null,
      evidenceDate: null,
    })
  })
})

describe('the same as last time', () => {
  it('is taken over only where a person confirms it', async () => {
    const { answer, version, last } = await round.measure(children, '1.1.3')
    expect(last?.level).toBe(3)
    const same = (json: unknown) =>
      service.send(`${ANSWERS}/${answer.id}/same-as-last`, {
        cookie: children,
        json,
        headers: { 'if-match': `"${version}"` },
      })
    await expectProblem(await same({ confirmed: false, evidenceDate: null }), 'invalid-input')
    await expectProblem(await same({ confirmed: true, evidenceDate: '2023-01' }), 'invalid-input')
    const { item } = await savedAnswer(await same({ confirmed: true, evidenceDate: null }))
    expect(item.answer).toMatchObject({ level: 3, confirms: 'alpha.answer' })
    const [entry] = await service.context.store.readJournal('alpha', { order: 'newest-first', limit: 1 })
    expect(entry).toMatchObject({ action: 'answer.confirmed-as-last', kind: 'answer' })
  })

  it('is refused where nobody answered last time', async () => {
    const { answer, version } = await round.measure(adult, '1.1.5')
    const refused = await service.send(`${ANSWERS}/${answer.id}/same-as-last`, {
      cookie: adult,
      json: { confirmed: true, evidenceDate: null },
      headers: { 'if-match': `"${version}"` },
    })
    await expectProblem(refused, 'conflict')
  })
})

describe('several organisations', () => {
  const said = { state: 'answered', level: 2, evidence: 'Rota', gap: null, whyNotApplicable: null }

  it('answer side by side, and the moderated answer alone counts', async () => {
    const { answer } = await round.measure(adult, '1.2.1')
    const add = (provider: string, level: number) =>
      service.send(`${ANSWERS}/${answer.id}/organisations`, {
        cookie: adult,
        json: { ...said, provider: `alpha.provider.${provider}`, level },
      })
    expect((await add('hospice', 4)).status).toBe(201)
    const { item } = await savedAnswer(await add('trust', 1))
    expect(item.organisations.map(({ providerName, answer: of }) => [providerName, of.level])).toEqual([
      ['The hospice', 4],
      ['The trust', 1],
    ])
    expect(item.answer).toMatchObject({ state: 'unanswered', level: null })
    await expectProblem(await add('trust', 2), 'conflict')
    await expectProblem(await add('nobody', 2), 'invalid-input')

    const one = `${OF_ORGANISATIONS}/${item.organisations[1]?.answer.id}`
    expect((await service.send(one, { cookie: adult })).headers.get('etag')).toBe('"1"')
    const change = (version: number, json: unknown, cookie = adult) =>
      service.send(one, { cookie, method: 'PATCH', json, headers: { 'if-match': `"${version}"` } })
    await expectProblem(await change(1, { ...said, level: null }), 'invalid-input')
    await expectProblem(await change(1, said, sro), 'not-allowed')
    const blank = { ...said, state: 'unanswered', level: null, evidence: null }
    const after = await savedAnswer(await change(1, blank))
    expect(after.item.organisations[1]?.answer).toMatchObject({ state: 'unanswered', level: null })
    await expectProblem(await change(1, said), 'stale-version')
  })
})
