import type { FoiPackView, PackQuestion } from '@workplan/domain'
import { noNetwork, openApp, problem, session, type OpenedApp } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'
import { packAsText } from './pack-words.ts'

const OFFICE = session({ may: ['programme.view', 'foi.write'] })
const SRO = session({ may: ['programme.view', 'foi.approve'] })
const PATH = 'foi-packs/pack.1'

const levels: PackQuestion = {
  number: '5',
  question: 'Self-assessed level',
  options: [
    { letter: 'a', text: 'Levels 0 to 2' },
    { letter: 'b', text: 'Mostly level 3' },
  ],
  draft: {
    text: 'The most frequent level is 3.',
    letters: ['b'],
    figures: [
      {
        label: 'Share at level 3 or above',
        value: 58.7,
        unit: 'percent',
        computed: true,
        records: [{ kind: 'assessment', id: 'round.1', title: 'The round' }],
      },
    ],
    evidence: [{ kind: 'assessment', id: 'round.1', title: 'The round' }],
    unknown: ['Who signed it off is not on record.'],
    differences: ['The released answer chose a (Levels 0 to 2). The records fit b (Mostly level 3).'],
  },
  answer: null,
}

function packView(change: Partial<FoiPackView> = {}, pack: Partial<FoiPackView['pack']> = {}): FoiPackView {
  return {
    version: 3,
    dueOn: '2023-07-11',
    answered: 0,
    approvedByName: null,
    changedSince: [],
    mayWrite: true,
    mayApprove: false,
    ...change,
    pack: {
      id: 'pack.1',
      source: { document: 'Workplan' },
      title: 'Hospice care',
      reference: 'FOI.1',
      questionSet: 'hospice-care-2023',
      receivedOn: '2023-06-13',
      asAt: '2023-07-11',
      drawnFrom: { entry: 9, reachesAsAt: false },
      state: 'draft',
      questions: [levels],
      approvedBy: null,
      approvedAt: null,
      ...pack,
    },
  }
}

const answered: PackQuestion = { ...levels, answer: { letters: ['b'], text: 'Mostly level 3.' } }

function openPack(view: FoiPackView, who = OFFICE) {
  const service = governanceService({ 'GET /api/session': who, [at(PATH)]: view })
  return { service, opened: openApp(governance, '/bnssg/foi/pack.1') }
}

describe('the FOI packs', () => {
  it('are listed with what is left to do', async () => {
    governanceService({ 'GET /api/session': OFFICE, [at('foi-packs')]: listOf(packView()) })
    const page = await openApp(governance, '/bnssg/foi')
    await page.shows('0 of 1')
    expect(page.text()).toContain('11 July 2023')
    expect(page.control(/^Hospice care$/).getAttribute('href')).toContain('/governance/bnssg/foi/pack.1')
  })

  it('begin with a set of questions and the day the answers hold', async () => {
    const service = governanceService({
      'GET /api/session': OFFICE,
      [at('foi-question-sets')]: listOf({
        id: 'hospice-care-2023',
        title: 'Ten questions',
        description: 'As asked in 2023.',
        questions: [],
      }),
      [at('foi-packs', 'POST')]: packView(),
      [at(PATH)]: packView(),
    })
    const page = await openApp(governance, '/bnssg/foi?new=yes')
    await page.shows('Ten questions')
    await page.press('Draft the answers')
    await page.shows('Write a title, such as who asks and about what')
    await page.shows('Enter the date for which the answers hold')
    await page.fill('Title', 'Hospice care')
    await page.fill('Day', '11')
    await page.fill('Month', '7')
    await page.fill('Year', '2023')
    await page.press('Draft the answers')
    await page.shows('0 of 1 questions answered')
    expect(service.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      title: 'Hospice care',
      reference: null,
      receivedOn: null,
      asAt: '2023-07-11',
      questionSet: 'hospice-care-2023',
      questions: [],
    })
  })

  it('say what they are for when there are none', async () => {
    governanceService({ [at('foi-packs')]: listOf() })
    const page = await openApp(governance, '/bnssg/foi')
    await page.shows('No FOI packs yet')
    expect(page.text()).toContain('The programme office drafts them.')
  })
})

describe('an FOI pack', () => {
  it('shows what the records say, what is not known and where the released answer differs', async () => {
    const page = await openPack(packView()).opened
    await page.shows('The most frequent level is 3.')
    expect(page.text()).toContain('Differs. The released answer chose a')
    expect(page.text()).toContain(
      'The released answer and the records differ in 1; something is not known in 1.',
    )
    expect(page.text()).toContain('Not known. Who signed it off')
    expect(page.text()).toContain('Fits: b (Mostly level 3)')
    expect(page.text()).toContain('The journal of this programme begins later than 11 July 2023')
    expect(page.control(/^58\.7%$/).getAttribute('href')).toContain('/records/assessment/round.1')
  })

  it('takes an answer that starts from the records', async () => {
    const { service, opened } = openPack(packView())
    service.on(at(PATH, 'PATCH'), () => {
      const saved = packView({ answered: 1, version: 4 }, { questions: [answered] })
      service.on(at(PATH), saved)
      return saved
    })
    const page = await opened
    await page.shows('Not answered yet.')
    await page.press('Write the answer to question 5')
    await page.shows('Save the answer')
    expect(page.field('Answer').value).toBe('The most frequent level is 3.')
    await page.fill('Answer', '')
    await page.press('Save the answer')
    await page.shows('Where nothing is held, say so')
    await page.fill('Answer', 'Mostly level 3.')
    await page.press('Save the answer')
    await page.shows('Question 5: saved.')
    await page.shows('1 of 1 questions answered')
    const sent = service.requests.find(({ method }) => method === 'PATCH')
    expect(sent?.headers.get('if-match')).toBe('"3"')
    expect(sent?.body).toEqual({
      answers: [{ number: '5', answer: { letters: ['b'], text: 'Mostly level 3.' } }],
    })
  })

  async function write(page: OpenedApp, text: string): Promise<void> {
    await page.shows('Not answered yet.')
    await page.press('Write the answer to question 5')
    await page.shows('Save the answer')
    await page.fill('Answer', text)
    await page.press('Save the answer')
  }

  it('keeps what was written when the service refuses', async () => {
    const { service, opened } = openPack(packView())
    service.on(at(PATH, 'PATCH'), problem(409, 'conflict', 'This FOI pack is approved.'))
    const page = await opened
    await write(page, 'Mine')
    await page.shows('Not saved. This FOI pack is approved.')
    expect(page.field('Answer').value).toBe('Mine')
  })

  it('shows both answers where somebody else answered the question first, and saves the choice', async () => {
    const { service, opened } = openPack(packView())
    const theirs = packView({ version: 4 }, { questions: [answered] })
    service.on(at(PATH, 'PATCH'), () => {
      service.on(at(PATH), theirs)
      return problem(412, 'stale-version', 'It was changed since you opened it.')
    })
    const page = await opened
    await write(page, 'Mine')
    await page.shows('Theirs, saved now: Mostly level 3.')
    await page.press('Yours: Mine')
    service.on(at(PATH, 'PATCH'), packView({ version: 5 }, { questions: [answered] }))
    await page.press('Save what I chose')
    await page.shows('Question 5: saved.')
    const [first, last] = service.seen(at(PATH, 'PATCH'))
    expect([first, last].map((sent) => sent?.headers.get('if-match'))).toEqual(['"3"', '"4"'])
    expect(last?.body).toEqual({ answers: [{ number: '5', answer: { letters: ['b'], text: 'Mine' } }] })
  })

  it('is no obstacle to two people who answer different questions', async () => {
    const other: PackQuestion = { ...levels, number: '6', question: 'Beds' }
    const { service, opened } = openPack(packView({}, { questions: [levels, other] }))
    const page = await opened
    service.on(at(PATH, 'PATCH'), ({ headers }) => {
      const written = { ...other, answer: { letters: [], text: 'Twelve' } }
      service.on(at(PATH), packView({ version: 4 }, { questions: [levels, written] }))
      if (headers.get('if-match') === '"3"')
        return problem(412, 'stale-version', 'It was changed since you opened it.')
      const saved = packView({ version: 5 }, { questions: [answered, written] })
      service.on(at(PATH), saved)
      return saved
    })
    await write(page, 'Mostly level 3.')
    await page.shows('Question 5: saved.')
    expect(page.text()).not.toContain('while you were writing')
    await page.shows('Twelve')
  })

  it('has an answer still in its form after another page was looked at, and sends it when it can', async () => {
    const { service, opened } = openPack(packView())
    service.on(at(PATH, 'PATCH'), noNetwork)
    const page = await opened
    await write(page, 'Mine')
    await page.shows('Not saved yet: the service cannot be reached')
    await page.router.push('/bnssg/flags')
    await expect.poll(() => page.text()).not.toContain('Not answered yet')
    const saved = packView({ version: 4 }, { questions: [answered] })
    service.on(at(PATH, 'PATCH'), saved)
    page.router.back()
    await page.shows('Question 5: saved.')
    const keys = service.seen(at(PATH, 'PATCH')).map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })

  it('is approved by the SRO once every question has an answer', async () => {
    const view = packView({ answered: 1, mayWrite: false, mayApprove: true }, { questions: [answered] })
    const { service, opened } = openPack(view, SRO)
    service.on(at(`${PATH}/approval`, 'POST'), () => {
      const approved = packView(
        { answered: 1, mayWrite: false, approvedByName: 'SRO' },
        { questions: [answered], state: 'approved' },
      )
      service.on(at(PATH), approved)
      return approved
    })
    const page = await opened
    await page.shows('Mostly level 3.')
    await page.press('Approve')
    await page.shows('You are recorded as the approver')
    await page.press('Yes, approve')
    await page.shows('Approved by SRO')
    expect(page.text()).not.toContain('Write the answer')
  })

  it('says which questions the records answer otherwise by now', async () => {
    const page = await openPack(packView({ changedSince: ['5'] })).opened
    await page.shows('They say something else by now about 1 question: 5')
  })

  it('can be copied as text, with the options, the day and who approved it', () => {
    const view = packView({ approvedByName: 'SRO' }, { questions: [answered] })
    expect(packAsText(view)).toBe(
      [
        'Hospice care, FOI.1',
        '5. Self-assessed level\nOption: b (Mostly level 3)\nMostly level 3.',
        'Accurate as at 11 July 2023. Approved by: SRO.',
      ].join('\n\n'),
    )
  })
})
