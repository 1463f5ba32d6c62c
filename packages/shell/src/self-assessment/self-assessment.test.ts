import { describe, expect, it, vi } from 'vitest'
import { exampleService, noNetwork, openApp, problem, type OpenedApp } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'
import {
  answerPath,
  answerTo,
  measureRow,
  organisation,
  ROUND,
  ROUND_PATH,
  roundService,
  roundSummary,
  roundView,
} from './example-round.fixture.ts'

const ROUNDS = '/api/programmes/bnssg/assessments'
const NAME = 'PUT /api/programmes/bnssg/clinical-lead'
const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const openRound = (query = '') => openApp(adult, `/bnssg/self-assessment/${ROUND}${query}`)
const one = (number: string) => openRound(`?measure=ambitions.${number}`)

const lastTime = answerTo('1.1.1', {
  id: 'bnssg.sa.1.1.1',
  assessment: 'bnssg.round.old',
  state: 'answered',
  level: 3,
  evidence: 'Audit of 40 records',
  evidenceState: 'described',
  gap: 'Not at night',
})

const answeredRow = measureRow('1.1.2', { answer: answerTo('1.1.2', { state: 'answered', level: 4 }) })
const apartRow = measureRow('1.1.3', {
  organisations: [organisation('hospice', 4), organisation('trust', 1)],
})
const childrenRow = measureRow('1.1.4', { apps: ['children'], mayAnswer: false })

async function choose(page: OpenedApp, level: string): Promise<void> {
  page.field(level).click()
  await page.shows(level)
}

describe('the measures of a round', () => {
  it('says how many of this app are answered, and shows last time beside this time', async () => {
    roundService([measureRow('1.1.1', { last: lastTime }), answeredRow, apartRow, childrenRow])
    const page = await openRound()
    await page.shows('1 of 3 measures of Adult services answered: 2 to go.')
    await page.shows('3 measures, 1 hidden by filters')
    expect(page.text()).toContain('Level 3')
    expect(page.text()).toContain('Levels 1 to 4 from 2 organisations')
    expect(page.text()).toContain('The round before: Round of 2022')
  })

  it('keeps in its address what it is narrowed to', async () => {
    roundService([measureRow('1.1.1', { last: lastTime }), answeredRow, apartRow, childrenRow])
    const page = await openRound('?show=apart')
    await page.shows('1 measure, 3 hidden by filters')
    expect(page.text()).not.toContain('1.1.1 Measure')
    await page.fill('Whose', 'all')
    await page.fill('Answer', 'unanswered')
    await page.shows('3 measures, 1 hidden by filters')
    expect(page.router.currentRoute.value.query).toEqual({ show: 'unanswered', whose: 'all' })
  })

  it('saves a level that needs nothing more at once, from the version it was read with, and takes it back', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await openRound()
    await page.shows('1 measure')
    await page.fill('Answer to 1.1.1', '1')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)).toEqual([])
    await page.press('Save the answer to 1.1.1')
    await page.shows('Saved. 1.1.1 is at level 1. No flags changed')
    await page.shows('1 of 1 measure of Adult services answered')
    const [sent] = service.seen(`PATCH ${answerPath('1.1.1')}`)
    expect(sent?.body).toEqual({ state: 'answered', level: 1 })
    expect(sent?.headers.get('if-match')).toBe('"1"')
    await page.press('Undo')
    await page.shows('Undone. 1.1.1 is not answered')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)[1]?.headers.get('if-match')).toBe('"2"')
  })

  it('opens the measure where a level asks for evidence, and where it does not apply', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await openRound()
    await page.shows('1 measure')
    await page.fill('Answer to 1.1.1', '3')
    await page.press('Go on with 1.1.1')
    await page.shows('From level 3 on: what shows it')
    await vi.waitFor(() => expect(document.activeElement).toBe(page.field('Evidence')))
    expect(page.router.currentRoute.value.query).toEqual({ measure: 'ambitions.1.1.1', choice: '3' })
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)).toEqual([])
  })

  it('can only be read when it is not theirs', async () => {
    roundService([childrenRow], { mayAnswer: false })
    const page = await one('1.1.4')
    await page.shows('The leads of the people it is for answer this measure')
    expect(page.offers('Save and go on')).toBe(false)
  })
})

describe('one measure', () => {
  it('asks for evidence from level 3 on, saves without it only on purpose, and goes on to the next', async () => {
    const service = roundService([measureRow('1.1.1'), measureRow('1.1.2')])
    const page = await one('1.1.1')
    await page.shows('Level 3: in one or two organisations')
    await choose(page, 'Level 3')
    await page.press('Save and go on')
    await page.shows('Say what shows level 3, or save without evidence')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)).toEqual([])
    await page.press('Save without evidence')
    await page.shows('2 of 2')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)[0]?.body).toEqual({ state: 'answered', level: 3 })
    expect(page.router.currentRoute.value.query).toEqual({ measure: 'ambitions.1.1.2' })
  })

  it('sends what was written in the terms of the service', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.shows('How does it stand?')
    await choose(page, 'Level 3')
    await page.fill('Evidence', 'Audit')
    await page.fill('Date of the evidence, such as April 2023', 'January 2023')
    await page.fill('Next step', 'Ask again')
    await page.press('We looked, and there is no gap')
    await page.press('Save and stay')
    await page.shows('Saved. 1.1.1 is at level 3')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)[0]?.body).toEqual({
      state: 'answered',
      level: 3,
      evidence: 'Audit',
      evidenceDate: '2023-01',
      gap: null,
      gapIsNil: true,
      nextStep: 'Ask again',
    })
  })

  it('needs the reason where it does not apply', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.shows('It does not apply here')
    await choose(page, 'It does not apply here')
    await page.press('Save and stay')
    await page.shows('Say why the measure does not apply')
    await page.fill('Why it does not apply', 'No hospice here')
    await page.press('Save and stay')
    await page.shows('Saved. 1.1.1 does not apply')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)[0]?.body).toEqual({
      state: 'not-applicable',
      level: null,
      whyNotApplicable: 'No hospice here',
    })
  })

  it('shows both versions when somebody else answered first, and saves the choice from the new version', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.shows('How does it stand?')
    await page.fill('Gap', 'No rota at night')
    const theirs = measureRow('1.1.1', { version: 2, answer: answerTo('1.1.1', { gap: 'No rota at all' }) })
    const saved = measureRow('1.1.1', { version: 3, answer: answerTo('1.1.1', { gap: 'No rota at night' }) })
    service.on(`PATCH ${answerPath('1.1.1')}`, ({ headers }) =>
      headers.get('if-match') === '"2"'
        ? { item: saved, flags: { cleared: [], raised: [], reopened: [] } }
        : problem(412, 'stale-version', 'Somebody changed it first.', { current: theirs }),
    )
    await page.press('Save and stay')
    await page.shows('Somebody else changed this answer while you were writing')
    await page.shows('No rota at all')
    await page.press('Yours:')
    await page.press('Save what I chose')
    await page.shows('Saved. 1.1.1 is not answered')
    expect(service.seen(`PATCH ${answerPath('1.1.1')}`)[1]?.body).toEqual({
      gap: 'No rota at night',
      gapIsNil: false,
    })
  })

  it('keeps what was written while there is no connection, and sends it once', async () => {
    const service = roundService([measureRow('1.1.1')])
    service.on(`PATCH ${answerPath('1.1.1')}`, noNetwork)
    const page = await one('1.1.1')
    await page.shows('How does it stand?')
    await page.fill('Gap', 'No rota')
    await page.press('Save and stay')
    await page.shows('Not saved yet: the service cannot be reached.')
    service.on(`PATCH ${answerPath('1.1.1')}`, {
      item: measureRow('1.1.1', { version: 2, answer: answerTo('1.1.1', { gap: 'No rota' }) }),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    service.streams.at(-1)?.open()
    await page.shows('Saved. 1.1.1 is not answered')
    const [first, second] = service.seen(`PATCH ${answerPath('1.1.1')}`)
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'))
  })

  it('keeps what was written over a reload of the page', async () => {
    roundService([measureRow('1.1.1')])
    const before = await one('1.1.1')
    await before.shows('How does it stand?')
    await before.fill('Gap', 'Half a thought')
    before.close()
    const after = await one('1.1.1')
    await after.shows('How does it stand?')
    expect(after.field('Gap').value).toBe('Half a thought')
    await after.press('Throw away what I typed')
    expect(after.field('Gap').value).toBe('')
  })

  it('takes last time’s answer over only when somebody says that they looked at the evidence', async () => {
    const service = roundService([measureRow('1.1.1', { last: lastTime })])
    const same = `POST ${answerPath('1.1.1')}/same-as-last`
    service.on(same, {
      item: measureRow('1.1.1', {
        version: 2,
        last: lastTime,
        answer: { ...lastTime, ...answerTo('1.1.1'), state: 'answered', level: 3, confirms: lastTime.id },
      }),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    const page = await one('1.1.1')
    await page.shows('Audit of 40 records')
    await page.press('Same as last time')
    await page.press('Confirm that it still holds')
    await page.shows('Say when somebody last looked at the evidence')
    expect(service.seen(same)).toEqual([])
    await page.fill('When did somebody last look at the evidence?', 'February 2023')
    await page.press('Confirm that it still holds')
    await page.shows('Saved. 1.1.1 is at level 3')
    expect(service.seen(same)[0]?.body).toEqual({ confirmed: true, evidenceDate: '2023-02' })
  })

  it('sets what organisations answer side by side, beside the answer that counts', async () => {
    const row = measureRow('1.1.1', { organisations: [organisation('hospice', 4)] })
    const service = roundService([row])
    const add = `POST ${answerPath('1.1.1')}/organisations`
    const after = { ...row, organisations: [organisation('hospice', 4), organisation('trust', 1)] }
    service.on(add, () => {
      service.on(`GET ${ROUND_PATH}`, roundView([after]))
      return { item: after, flags: { cleared: [], raised: [], reopened: [] } }
    })
    const page = await one('1.1.1')
    await page.shows('Level 4 from 1 organisation')
    await page.shows('Moderated answer, which counts')
    await page.press('Add an organisation’s answer')
    await page.press('Save its answer')
    await page.shows('Choose the organisation')
    await page.fill('Organisation', 'provider.trust')
    await page.fill('Its answer', '1')
    await page.press('Save its answer')
    await page.shows('Levels 1 to 4 from 2 organisations')
    expect(service.seen(add)[0]?.body).toEqual({
      provider: 'provider.trust',
      state: 'answered',
      level: 1,
      evidence: null,
      gap: null,
      whyNotApplicable: null,
    })
  })

  it('shows what was written for a round that was withdrawn meanwhile, until that is thrown away', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.fill('Next step', 'Half a thought')
    service.on(`GET ${ROUND_PATH}`, roundView([measureRow('1.1.1', { mayAnswer: false })]))
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['assessment'], ids: ['r'] })
    await page.shows('What you wrote is not in this answer')
    await page.shows('Half a thought')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('Half a thought')
  })

  it('shows what was written for an organisation too', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.press('Add an organisation’s answer')
    await page.fill('Organisation', 'provider.trust')
    await page.fill('The gap it names', 'No night cover')
    service.on(`GET ${ROUND_PATH}`, roundView([measureRow('1.1.1', { mayAnswer: false })]))
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['assessment'], ids: ['r'] })
    await page.shows('What you wrote for an organisation is not saved')
    await page.shows('No night cover')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('No night cover')
  })

  it('says nothing of it on a page of the past', async () => {
    const service = roundService([measureRow('1.1.1')])
    const page = await one('1.1.1')
    await page.fill('Next step', 'Half a thought')
    service.on(`GET ${ROUND_PATH}`, roundView([measureRow('1.1.1', { mayAnswer: false })]))
    const route = page.router.currentRoute.value
    await page.router.push({ path: route.path, query: { ...route.query, asAt: '2023-03-01' } })
    await page.shows('1.1.1')
    await page.shows('Organisations side by side')
    expect(page.text()).not.toContain('Half a thought')
    expect(page.offers('Throw it away')).toBe(false)
  })

  it('goes on with an organisation’s answer that was not saved, after a reload', async () => {
    roundService([measureRow('1.1.1')])
    const before = await one('1.1.1')
    await before.press('Add an organisation’s answer')
    await before.fill('The gap it names', 'No night cover')
    before.close()
    const after = await one('1.1.1')
    await after.shows('The gap it names')
    expect(after.field('The gap it names').value).toBe('No night cover')
  })

  it('says what was typed while a new answer was on its way, and makes no second one of it', async () => {
    const row = measureRow('1.1.1')
    const service = roundService([row])
    const add = `POST ${answerPath('1.1.1')}/organisations`
    const answered = Promise.withResolvers<object>()
    service.on(add, () => answered.promise)
    const page = await one('1.1.1')
    await page.press('Add an organisation’s answer')
    await page.fill('Organisation', 'provider.trust')
    await page.fill('Its answer', '1')
    await page.press('Save its answer')
    await page.fill('The gap it names', 'No night cover')
    const after = { ...row, organisations: [organisation('trust', 1)] }
    answered.resolve({ item: after, flags: { cleared: [], raised: [], reopened: [] } })
    await page.shows('Saved, without what you typed meanwhile: No night cover')
    await page.shows('Add an organisation’s answer')
    expect(service.seen(add)).toHaveLength(1)
  })
})

describe('signing off', () => {
  const findings = {
    unanswered: [{ id: 'ambitions.1.1.1', number: '1.1.1', title: 'Measure 1.1.1' }],
    withoutEvidence: [],
    withoutReason: [],
    oldEvidence: [],
    undatedEvidence: [],
  }
  const checklist = {
    round: roundSummary(),
    findings,
    effect: { cleared: [], raised: [], reopened: [], changed: [] },
    replaces: roundSummary({ id: 'bnssg.round.old', title: 'Round of 2022', standing: 'recorded' }),
    maySignOff: true,
    clinicalLead: { person: null, version: 0, mayName: false },
  }

  it('says what is missing and what it does, and asks once more', async () => {
    const service = roundService([measureRow('1.1.1')], { maySignOff: true })
    service.on(`GET ${ROUND_PATH}/sign-off`, checklist)
    const sign = `POST ${ROUND_PATH}/sign-off`
    service.on(sign, {
      item: roundSummary({ standing: 'signed-off', current: true }),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    const page = await openRound('?part=sign-off')
    await page.shows('1 measure is not answered')
    await page.shows('Level 3 and above has evidence everywhere')
    await page.shows('It takes the place of Round of 2022')
    await page.press('Sign off this round')
    await page.shows('A signed round does not change any more')
    await page.press(/^Sign off$/)
    await page.shows('Signed off. This round is the current one now')
    expect(service.seen(sign)[0]?.headers.get('if-match')).toBe('"7"')
    expect(service.seen(sign)[0]?.body).toEqual({ confirmed: true })
  })

  it('is for the clinical lead too, whom the programme office names', async () => {
    const service = roundService([measureRow('1.1.1')])
    service.on(`GET ${ROUND_PATH}/sign-off`, {
      ...checklist,
      maySignOff: false,
      clinicalLead: { person: null, version: 4, mayName: true },
    })
    service.on(NAME, { person: null, version: 5, mayName: true })
    const page = await openRound('?part=sign-off')
    await page.shows('Clinical lead: nobody is named.')
    await page.press('Change')
    await page.press('Save')
    await page.shows('Saved who is the clinical lead')
    expect(service.seen(NAME)[0]?.headers.get('if-match')).toBe('"4"')
    expect(service.seen(NAME)[0]?.body).toEqual({ person: null })
  })

  it('shows both where somebody else named the clinical lead first', async () => {
    const service = roundService([measureRow('1.1.1')])
    const clinicalLead = { person: { id: 'person.one', name: 'First of them' }, version: 4, mayName: true }
    service.on(`GET ${ROUND_PATH}/sign-off`, { ...checklist, maySignOff: false, clinicalLead })
    const current = { person: { id: 'person.two', name: 'Second of them' }, version: 5, mayName: true }
    service.on(NAME, problem(412, 'stale-version', 'It was changed.', { current }))
    const page = await openRound('?part=sign-off')
    await page.shows('Clinical lead: First of them.')
    await page.press('Change')
    await page.fill('Clinical lead', '')
    await page.press('Save')
    await page.shows('Theirs, saved now: Second of them')
    await page.press(/^Yours: Nobody/)
    service.on(NAME, { person: null, version: 6, mayName: true })
    await page.press('Save what I chose')
    await page.shows('Saved who is the clinical lead')
    expect(service.seen(NAME).map(({ headers }) => headers.get('if-match'))).toEqual(['"4"', '"5"'])
  })

  it('is not offered to others', async () => {
    const service = roundService([measureRow('1.1.1')])
    service.on(`GET ${ROUND_PATH}/sign-off`, { ...checklist, maySignOff: false })
    const page = await openRound('?part=sign-off')
    await page.shows('The clinical lead or the senior responsible owner signs it off')
    expect(page.offers('Sign off this round')).toBe(false)
  })
})

describe('the rounds', () => {
  const framework = {
    id: 'framework.ambitions',
    name: 'Ambitions',
    shortName: 'Ambitions',
    measures: 75,
    current: null,
    open: null,
  }

  it('says that there is none, which is not level 0, and starts one', async () => {
    const service = exampleService({})
    service.on(`GET ${ROUNDS}`, { items: [], frameworks: [framework], mayStart: true })
    service.on(`POST ${ROUNDS}`, {
      item: roundSummary(),
      flags: { cleared: [], raised: [], reopened: [] },
    })
    service.on(`GET ${ROUND_PATH}`, roundView([measureRow('1.1.1')]))
    const page = await openApp(adult, '/bnssg/self-assessment')
    await page.shows('No self-assessment yet')
    await page.press('Start a new round')
    await page.shows('All 75 measures begin unanswered. There is no round before it.')
    await page.fill('Who fills it in', 'The three leads')
    await page.press('Start the round')
    await page.shows('0 of 1 measure of Adult services answered')
    expect(service.seen(`POST ${ROUNDS}`)[0]?.body).toEqual({
      framework: 'framework.ambitions',
      completedBy: 'The three leads',
    })
    expect(page.router.currentRoute.value.params['round']).toBe(ROUND)
  })

  it('leads to the round that is open, and starts no other beside it', async () => {
    const service = exampleService({})
    service.on(`GET ${ROUNDS}`, {
      items: [roundSummary()],
      frameworks: [{ ...framework, open: ROUND }],
      mayStart: true,
    })
    const page = await openApp(adult, '/bnssg/self-assessment')
    await page.shows('Round of March 2023 is being answered: 1 of 4 so far.')
    expect(page.offers('Start a new round')).toBe(false)
  })
})
