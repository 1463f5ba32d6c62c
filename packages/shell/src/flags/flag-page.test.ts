import { describe, expect, it } from 'vitest'
import {
  exampleService,
  flagDetail,
  flagSummary,
  noNetwork,
  openApp,
  problem,
  session,
} from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const FLAG = 'GET /api/programmes/bnssg/flags/level~measure.1'
const ANSWERS = 'POST /api/programmes/bnssg/flags/level~measure.1/answers'
const FLAGS = 'GET /api/programmes/bnssg/flags'

describe('a flag', () => {
  it('shows what was looked at, needed and found, the records, and what would clear it', async () => {
    const service = exampleService({})
    service.on(
      FLAG,
      flagDetail({
        title: 'Level without evidence',
        message: 'Level 5 has no evidence behind it',
        subject: { kind: 'measure', id: 'measure.1', title: '1.1.3 Planning' },
        explanation: {
          kind: 'all',
          outcome: 'holds',
          children: [
            {
              kind: 'condition',
              fact: 'level',
              label: 'Level',
              operator: 'greaterThanInclusive',
              operatorInWords: 'is at least',
              needed: 3,
              found: 5,
              outcome: 'holds',
            },
            {
              kind: 'not',
              outcome: 'not-assessable',
              children: [
                {
                  kind: 'condition',
                  fact: 'evidence',
                  label: 'Evidence is described',
                  operator: 'equal',
                  operatorInWords: 'is',
                  needed: true,
                  found: null,
                  outcome: 'not-assessable',
                },
              ],
            },
          ],
        },
        records: [
          {
            kind: 'answer',
            id: 'answer.1',
            title: 'Answer to 1.1.3',
            fields: [{ label: 'Evidence', value: null }],
            source: { document: 'Self-assessment', section: 'row 3' },
          },
        ],
        rule: 'level',
        remedy: 'Describe the evidence.',
        history: [
          {
            at: '2023-03-13T09:00:00.000Z',
            on: '2023-03-13',
            event: 'raised',
            by: null,
            why: null,
            cause: { kind: 'rule', id: 'own.level', title: 'A rule of our own' },
          },
        ],
        similar: 2,
      }),
    )
    service.on(FLAGS, ({ url }: { url: URL }) => {
      const items = url.searchParams.has('rule')
        ? ['a', 'b'].map((id) => flagSummary({ id: `level~${id}` }))
        : []
      return { items, next: null, causes: [], total: items.length }
    })
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('Level 5 has no evidence behind it')
    expect(page.text()).toContain(
      'Level Looked for: at least 3. Found: 5 Would have been enough: less than 3',
    )
    expect(page.text()).toContain('Cannot be judged')
    expect(page.text()).toContain('Evidence is described Looked for: yes. Found: not known')
    expect(page.text()).toContain('EvidenceNot recorded')
    expect(page.text()).toContain('Describe the evidence.')
    expect(page.control('Open the measure').getAttribute('href')).toBe('/adult/bnssg/requirements/measure.1')
    expect(page.control('Answer to 1.1.3').getAttribute('href')).toBe('/adult/bnssg/records/answer/answer.1')
    expect(page.text()).toContain('Raised by version 1 of it.')
    expect(page.control('A rule of our own').getAttribute('href')).toBe('/governance/bnssg/rules/own.level')
    await page.shows('2 other flags have the same cause')
    expect(page.control('2 other flags have the same cause').getAttribute('href')).toBe(
      '/adult/bnssg/flags?rule=level',
    )
    await page.shows('No other flag is on this measure.')
    expect(document.title).toBe('1.1.3 Planning - Adult services - Workplan')
  })

  it('that does not exist says so under a heading', async () => {
    const service = exampleService({})
    service.on(FLAG, problem(404, 'not-found', 'There is no such flag in this programme.'))
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('There is no such flag in this programme.')
    expect(page.root.querySelector('h1')?.textContent).toContain('We cannot find that')
    expect(page.offers('Try again')).toBe(false)
  })

  it('lets the lead answer what was asked, and nobody who may not', async () => {
    const asked = flagDetail({
      id: 'level~measure.1',
      status: 'asked',
      version: 4,
      history: [
        {
          at: '2023-03-13T09:00:00.000Z',
          on: '2023-03-13',
          event: 'asked',
          by: 'Senior responsible owner',
          why: 'Since when?',
          cause: null,
        },
      ],
    })
    const service = exampleService({ session: session({ may: ['programme.view', 'question.answer'] }) })
    service.on(FLAG, asked)
    service.on(FLAGS, { items: [], next: null })
    const answer = () => {
      const answered = { ...asked, status: 'open' }
      service.on(FLAG, answered)
      return answered
    }
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('A question for you')
    await page.press('Send answer')
    await page.shows('Write your answer')
    await page.fill('Your answer', 'Since the team left')
    service.on(ANSWERS, noNetwork)
    await page.press('Send answer')
    await page.shows('Not saved yet: the service cannot be reached')
    service.on(ANSWERS, answer)
    await page.press('Send answer')
    await page.shows('Answered.')
    const [lost, sent] = service.seen(ANSWERS)
    // It may have arrived the first time.
    expect(sent?.headers.get('idempotency-key')).toBe(lost?.headers.get('idempotency-key'))
    expect(sent?.body).toEqual({ text: 'Since the team left' })
    expect(sent?.headers.get('if-match')).toBe('"4"')
    expect(page.text()).not.toContain('A question for you')
  })

  it('says what was typed while an answer was on its way', async () => {
    const asked = flagDetail({ id: 'level~measure.1', status: 'asked', version: 4 })
    const service = exampleService({ session: session({ may: ['programme.view', 'question.answer'] }) })
    service.on(FLAG, asked)
    service.on(FLAGS, { items: [], next: null })
    const answered = Promise.withResolvers<object>()
    service.on(ANSWERS, () => answered.promise)
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('A question for you')
    await page.fill('Your answer', 'Since the team left')
    await page.press('Send answer')
    await page.fill('Your answer', 'Since the team left in May')
    service.on(FLAG, { ...asked, status: 'open', version: 5 })
    answered.resolve({ ...asked, status: 'open', version: 5 })
    await page.shows('Saved, without what you typed meanwhile: Since the team left in May')
    expect(page.text()).not.toContain('A question for you')
    expect(service.seen(ANSWERS)).toHaveLength(1)
  })

  it('leaves an answer on the page that nobody waits for any more, until it is thrown away', async () => {
    const asked = flagDetail({ id: 'level~measure.1', status: 'asked', version: 4 })
    const service = exampleService({ session: session({ may: ['programme.view', 'question.answer'] }) })
    service.on(FLAG, asked)
    service.on(FLAGS, { items: [], next: null })
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('A question for you')
    await page.fill('Your answer', 'Half a thought')
    service.on(FLAG, { ...asked, status: 'accepted', version: 5 })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['flag'], ids: ['level~measure.1'] })
    await page.shows('No answer is waited for any more')
    await page.shows('Yours, not sent: Half a thought')
    await page.press('Throw mine away')
    await expect.poll(() => page.text()).not.toContain('Half a thought')
  })

  it('tells that a lost answer was recorded after the flag has moved on with it', async () => {
    const asked = flagDetail({ id: 'level~measure.1', status: 'asked', version: 4 })
    const service = exampleService({ session: session({ may: ['programme.view', 'question.answer'] }) })
    service.on(FLAG, asked)
    service.on(FLAGS, { items: [], next: null })
    service.on(ANSWERS, noNetwork)
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('A question for you')
    await page.fill('Your answer', 'Since May')
    await page.press('Send answer')
    await page.shows('Not saved yet: the service cannot be reached')
    service.on(FLAG, { ...asked, version: 6 })
    service.publish({ seq: 9, programme: 'bnssg', kinds: ['flag'], ids: ['level~measure.1'] })
    service.on(ANSWERS, { ...asked, status: 'open', version: 5 })
    await expect.poll(() => service.seen(`GET /api/programmes/bnssg/flags/level~measure.1`).length).toBe(2)
    await page.press('Try now')
    await page.shows('What you answered before is recorded. The flag has changed since.')
    await page.shows('A question for you')
  })

  it('offers no answer to a dispute to those who may only answer questions', async () => {
    const service = exampleService({ session: session({ may: ['programme.view', 'question.answer'] }) })
    service.on(FLAG, flagDetail({ id: 'level~measure.1', status: 'disputed' }))
    service.on(FLAGS, { items: [], next: null })
    const page = await openApp(adult, '/bnssg/flags/level~measure.1')
    await page.shows('What would clear it')
    expect(page.text()).not.toContain('Send answer')
  })
})

describe('the flags on a workstream', () => {
  it('stand under their causes, a few of each, with a way to all', async () => {
    const service = exampleService({})
    const many = Array.from({ length: 7 }, (_, at) =>
      flagSummary({
        id: `late~t${at}`,
        rule: 'late',
        title: 'Task is late',
        subject: { kind: 'task', id: `t${at}`, title: `Task ${at}` },
      }),
    )
    service.on(FLAGS, { items: [flagSummary(), ...many], next: null, causes: [], total: 8 })
    const page = await openApp(adult, '/bnssg/flags')
    await page.shows('8 flags with 2 causes, worst first')
    await page.shows('Task is late: 7 flags')
    expect(page.offers('Task 4')).toBe(true)
    expect(page.offers('Task 5')).toBe(false)
    expect(service.seen(FLAGS)[0]?.url.searchParams.get('app')).toBe('adult')
    await page.press('All 7 flags')
    expect(page.router.currentRoute.value.query).toEqual({ rule: 'late' })
  })

  it('are not narrowed to the app when they are those of one thing, so that its count can be opened', async () => {
    const service = exampleService({})
    service.on(FLAGS, { items: [flagSummary()], next: null, causes: [], total: 1 })
    const page = await openApp(adult, '/bnssg/flags?requirement=duty.equipment')
    await page.shows('Under: Equipment')
    const asked = service.seen(FLAGS)[0]?.url.searchParams
    expect([asked?.get('requirement'), asked?.get('app')]).toEqual(['duty.equipment', null])
  })
})
