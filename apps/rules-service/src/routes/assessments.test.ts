import { FlagSummary, LevelSummaryView, RoundList } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOf } from '../http/lists.ts'
import { loadRules } from '../rules.ts'
import { savedRound, startTestRound } from '../testing/self-assessment.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import { BNSSG_TOTAL } from '../views/level-summary.fixture.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const BNSSG = '/api/programmes/bnssg'
const NORTHANTS = '/api/programmes/northamptonshire'

let service: TestService
let office: string
let lead: string
let sro: string

beforeAll(async () => {
  const programmes = (['bnssg', 'northamptonshire'] as const).map((id) => ({
    state: exampleProgramme(id).state,
  }))
  service = await openTestService({ programmes, rules: loadRules() })
  office = await service.signIn('person.programme-office')
  lead = await service.signIn('person.lead-adult')
  sro = await service.signIn('person.sro')
})
afterAll(() => service.close())

async function rounds(root: string): Promise<RoundList> {
  return RoundList.parse(await (await service.send(`${root}/assessments`, { cookie: lead })).json())
}

async function summary(root: string, round = 'current'): Promise<LevelSummaryView> {
  const answer = await service.send(`${root}/assessments/${round}/summary`, { cookie: lead })
  return LevelSummaryView.parse(await answer.json())
}

async function openFlags(root: string, rule: string): Promise<string[]> {
  const answer = await service.send(`${root}/flags?rule=${rule}&limit=500`, { cookie: lead })
  const { items } = listOf(FlagSummary)
    .pick({ items: true })
    .parse({ items: ((await answer.json()) as { items: unknown[] }).items })
  return items.filter(({ rule: of, status }) => of === rule && status !== 'cleared').map(({ id }) => id)
}

async function withdraw(root: string, id: string, cookie: string): Promise<Response> {
  const round = await service.send(`${root}/assessments/${id}`, { cookie })
  return service.send(`${root}/assessments/${id}/withdrawal`, {
    cookie,
    json: { reason: 'Begun by mistake' },
    headers: { 'if-match': round.headers.get('etag') ?? '' },
  })
}

describe('a new round of a programme that has one', () => {
  it('carries no level, evidence or conclusion over, shows last time, and changes nothing that is read', async () => {
    const flagsBefore = await openFlags(BNSSG, 'level-without-evidence')
    const round = await startTestRound(service, 'bnssg', lead)
    expect(round.started.flags).toEqual({ cleared: [], raised: [], reopened: [] })
    const { measures, round: standing } = await round.view(lead)
    expect(standing).toMatchObject({
      standing: 'open',
      current: false,
      follows: { id: 'bnssg.self-assessment' },
      figures: { measures: 75, answered: 0, unanswered: 75 },
    })
    for (const { answer } of measures)
      expect(answer).toMatchObject({ state: 'unanswered', level: null, evidence: null, gap: null })
    expect(measures.find(({ measure }) => measure.number === '1.1.2')?.last).toMatchObject({
      state: 'answered',
      level: 3,
    })

    expect((await round.answer(lead, '1.1.2', { level: 0 })).status).toBe(200)
    expect((await summary(BNSSG)).total).toEqual(BNSSG_TOTAL)
    expect(await openFlags(BNSSG, 'level-without-evidence')).toEqual(flagsBefore)
    expect((await summary(BNSSG, round.id)).total).toMatchObject({ answered: 1, unanswered: 74 })

    await expectProblem(
      await service.send(`${BNSSG}/assessments`, {
        cookie: office,
        json: { framework: 'framework.ambitions-2021-2026' },
      }),
      'conflict',
    )
    await expectProblem(await withdraw(BNSSG, round.id, lead), 'not-allowed')
    expect((await savedRound(await withdraw(BNSSG, round.id, office))).item.standing).toBe('withdrawn')
    await expectProblem(await round.answer(lead, '1.1.2', { level: 1 }), 'conflict')
  })

  it('says before what signing it off does to the flags, then does just that, and stands still', async () => {
    const round = await startTestRound(service, 'bnssg', office)
    const answered = { level: 3, evidence: null, gap: 'Not at night' }
    await round.answer(office, '1.1.2', answered)
    await round.answer(office, '1.1.3', { state: 'not-applicable', whyNotApplicable: 'Not for tests' })

    const said = await round.checklist(sro)
    expect(said).toMatchObject({ maySignOff: true, replaces: { id: 'bnssg.self-assessment' } })
    expect(said.findings.unanswered).toHaveLength(73)
    expect(said.findings.withoutEvidence.map(({ number }) => number)).toEqual(['1.1.2'])
    expect(said.findings.withoutReason).toEqual([])
    const ids = (flags: readonly { id: string }[]) => flags.map(({ id }) => id).toSorted()
    expect(ids(said.effect.raised)).toContain('level-without-evidence~ambitions.1.1.2')
    expect(ids(said.effect.cleared)).toContain('assessment-not-signed-off~bnssg.self-assessment')

    await expectProblem(await round.sign(office), 'not-allowed')
    await expectProblem(await round.sign(lead), 'not-allowed')
    const stale = await service.send(`${BNSSG}/assessments/${round.id}/sign-off`, {
      cookie: sro,
      json: { confirmed: true },
      headers: { 'if-match': `"${said.round.version - 1}"` },
    })
    await expectProblem(stale, 'stale-version')
    const { item, flags } = await savedRound(await round.sign(sro))
    expect(item).toMatchObject({
      standing: 'signed-off',
      current: true,
      signedOffBy: 'Senior responsible owner',
      signedOffOn: '2023-03-13',
      completedOn: '2023-03-13',
    })
    expect(ids(flags.raised)).toEqual(ids(said.effect.raised))
    expect(ids(flags.cleared)).toEqual(ids(said.effect.cleared))
    expect((await rounds(BNSSG)).items.filter(({ current }) => current).map(({ id }) => id)).toEqual([
      round.id,
    ])
    expect((await summary(BNSSG)).total).toMatchObject({ measures: 74, answered: 1, notApplicable: 1 })
    expect((await summary(BNSSG, 'bnssg.self-assessment')).total).toEqual(BNSSG_TOTAL)
    expect(await openFlags(BNSSG, 'level-without-evidence')).toEqual([
      'level-without-evidence~ambitions.1.1.2',
    ])

    const refused = await expectProblem(await round.answer(office, '1.1.2', { level: 4 }), 'conflict')
    expect(refused.detail).toContain('a signed round does not change')
    await expectProblem(await withdraw(BNSSG, round.id, sro), 'conflict')
    const again = await service.send(`${BNSSG}/assessments/${round.id}/sign-off`, { cookie: sro })
    await expectProblem(again, 'conflict')

    const correction = await startTestRound(service, 'bnssg', lead)
    expect((await correction.view(lead)).round.follows?.id).toBe(round.id)
    expect((await correction.measure(lead, '1.1.3')).last?.whyNotApplicable).toBe('Not for tests')
  })
})

describe('a first round', () => {
  it('starts from nothing, and is signed off by the clinical lead once one is named', async () => {
    expect(await rounds(NORTHANTS)).toMatchObject({ items: [], frameworks: [{ measures: 75, open: null }] })
    const round = await startTestRound(service, 'northamptonshire', lead)
    expect((await round.view(lead)).round.follows).toBeNull()
    expect((await round.measure(lead, '1.1.2')).last).toBeNull()
    await expectProblem(
      await service.send(`${NORTHANTS}/assessments/current/summary`, { cookie: lead }),
      'not-found',
    )
    expect(await openFlags(NORTHANTS, 'no-self-assessment')).toHaveLength(1)
    await expectProblem(await round.sign(sro), 'conflict')
    await round.answer(lead, '1.1.2', { level: 1 })

    await expectProblem(await round.sign(lead), 'not-allowed')
    const name = (cookie: string, person: string | null, version = 0) =>
      service.send(`${NORTHANTS}/clinical-lead`, {
        cookie,
        method: 'PUT',
        json: { person },
        headers: { 'if-match': `"${version}"` },
      })
    await expectProblem(await name(lead, 'person.lead-adult'), 'not-allowed')
    await expectProblem(await name(office, 'person.nobody'), 'invalid-input')
    expect((await name(office, 'person.lead-adult')).headers.get('etag')).toBe('"1"')
    const late = await expectProblem(await name(office, null), 'stale-version')
    expect(late).toMatchObject({
      current: { person: { id: 'person.lead-adult' }, version: 1 },
      changed: { by: 'Programme office' },
    })
    await expectProblem(await name(office, null, 7), 'stale-version')
    expect((await round.checklist(lead)).clinicalLead).toMatchObject({
      person: { id: 'person.lead-adult' },
      version: 1,
      mayName: false,
    })
    const { item } = await savedRound(await round.sign(lead))
    expect(item).toMatchObject({ current: true, signedOffBy: 'Clinical lead' })
    expect(await openFlags(NORTHANTS, 'no-self-assessment')).toEqual([])
    expect((await summary(NORTHANTS)).total).toMatchObject({ answered: 1, unanswered: 74 })
  })

  it('is refused for a framework without measures, and to those who only look on', async () => {
    const start = (cookie: string, framework: string) =>
      service.send(`${NORTHANTS}/assessments`, { cookie, json: { framework } })
    await expectProblem(await start(lead, 'framework.statutory-guidance-2022'), 'not-found')
    const viewer = await service.signIn('person.viewer')
    await expectProblem(await start(viewer, 'framework.ambitions-2021-2026'), 'not-allowed')
  })
})
