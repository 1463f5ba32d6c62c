import type { FoiPackView } from '@workplan/domain'
import { loadExampleProgrammes } from '@workplan/example-programmes'
import { loadLibrary } from '@workplan/rulebook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const PACKS = '/api/programmes/bnssg/foi-packs'
const NEW = {
  title: 'Hospice care',
  reference: 'FOI.1',
  receivedOn: '2023-06-13',
  asAt: '2023-07-11',
  questionSet: 'hospice-care-2023',
  questions: [],
}

let service: TestService
let sro: string
let office: string

beforeAll(async () => {
  const states = loadExampleProgrammes(new Set(loadLibrary().requirements.keys()))
  service = await openTestService({
    programmes: states.filter(({ programme }) => programme.id === 'bnssg').map((state) => ({ state })),
  })
  sro = await service.signIn('person.sro')
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

async function view(answer: Response): Promise<FoiPackView> {
  return (await answer.json()) as FoiPackView
}

async function draft(change: object = {}): Promise<FoiPackView> {
  const made = await service.send(PACKS, { cookie: office, json: { ...NEW, ...change } })
  expect(made.status).toBe(201)
  return view(made)
}

function write(path: string, { version }: FoiPackView, json: object, method = 'POST', cookie = office) {
  return service.send(path, { method, cookie, json, headers: { 'if-match': `"${version}"` } })
}

async function answerAll(made: FoiPackView): Promise<FoiPackView> {
  const answers = made.pack.questions.map(({ number, draft: { letters, text } }) => ({
    number,
    answer: { letters, text: text || 'We hold no information.' },
  }))
  return view(await write(`${PACKS}/${made.pack.id}`, made, { answers }, 'PATCH'))
}

describe('a return', () => {
  it('is drafted from the records, with its last day and what it rests on', async () => {
    const made = await draft()
    expect(made).toMatchObject({ dueOn: '2023-07-11', answered: 0, changedSince: [], mayWrite: true })
    expect(made.mayApprove).toBe(false)
    expect(made.pack.questions).toHaveLength(10)
    expect(made.pack.questions[4]?.draft.letters).toEqual(['b'])
    // The journal of a programme that was brought in later does not reach the day of the return.
    expect(made.pack.drawnFrom.reachesAsAt).toBe(false)
    const read = await service.send(`${PACKS}/${made.pack.id}`, { cookie: sro })
    expect(await read.json()).toMatchObject({ pack: made.pack, changedSince: [], mayApprove: true })
  })

  it('may ask questions of its own, for which nothing is drawn', async () => {
    const made = await draft({ questionSet: null, questions: ['How many beds are there?'] })
    expect(made.pack.questions).toMatchObject([
      { number: '1', question: 'How many beds are there?', options: [], answer: null },
    ])
    expect(made.pack.questions[0]?.draft.unknown).toEqual(['Nothing is drawn for this question.'])
  })

  it('is answered, approved by the SRO, and changes no more', async () => {
    const made = await draft()
    const path = `${PACKS}/${made.pack.id}`
    await expectProblem(await write(`${path}/approval`, made, {}, 'POST', sro), 'conflict')
    const answered = await answerAll(made)
    expect(answered.answered).toBe(10)
    await expectProblem(await write(`${path}/approval`, answered, {}, 'POST', office), 'not-allowed')
    const approved = await view(await write(`${path}/approval`, answered, {}, 'POST', sro))
    expect(approved).toMatchObject({
      approvedByName: 'Senior responsible owner',
      mayWrite: false,
      mayApprove: false,
      pack: { state: 'approved', approvedBy: 'person.sro' },
    })
    const before = await storedRows(service.opened.database)
    const change = { answers: [{ number: '1', answer: null }] }
    await expectProblem(await write(path, approved, change, 'PATCH'), 'conflict')
    await expectProblem(await write(`${path}/refresh`, approved, {}), 'conflict')
    await expectProblem(await write(`${path}/withdrawal`, approved, { reason: 'x' }), 'conflict')
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('says which questions the records answer otherwise by now, and is drafted anew without losing what was written', async () => {
    const made = await draft()
    const path = `${PACKS}/${made.pack.id}`
    const answer = { letters: ['b'], text: 'Mostly level 3' }
    const written = await view(await write(path, made, { answers: [{ number: '5', answer }] }, 'PATCH'))
    await service.context.store.change(
      { programme: 'bnssg', actor: 'system', idempotency: null },
      ({ before, put }) => {
        const found = before.state.records.answer.find(({ level }) => level === 2)
        if (!found) throw new Error('There is no answer at level 2')
        const expectedVersion = before.versions.get(`answer/${found.id}`) ?? null
        put('answer', { ...found, level: 3 }, { expectedVersion, action: 'answer.updated', why: null })
      },
      () => null,
    )
    const read = await view(await service.send(path, { cookie: office }))
    expect(read.changedSince).toEqual(['5'])
    const refreshed = await view(await write(`${path}/refresh`, written, {}))
    expect(refreshed.changedSince).toEqual([])
    expect(refreshed.pack.questions[4]).toMatchObject({ answer })
    expect(refreshed.pack.questions[4]?.draft.text).toContain('30 of 75')
  })

  it('is withdrawn with a reason and stays on the list', async () => {
    const made = await draft()
    const gone = await view(
      await write(`${PACKS}/${made.pack.id}/withdrawal`, made, { reason: 'Asked in error' }),
    )
    expect(gone.pack.state).toBe('withdrawn')
    const list = (await (await service.send(PACKS, { cookie: office })).json()) as { items: FoiPackView[] }
    expect(list.items.map(({ pack }) => pack.id)).toContain(made.pack.id)
  })

  it('keeps both versions apart when somebody was first', async () => {
    const made = await draft()
    const path = `${PACKS}/${made.pack.id}`
    await write(path, made, { title: 'First' }, 'PATCH')
    await expectProblem(await write(path, made, { title: 'Second' }, 'PATCH'), 'stale-version')
  })
})

describe('a refused return changes nothing', () => {
  it.each([
    ['neither a set nor questions', { questionSet: null }, 'invalid-input'],
    ['both', { questions: ['Why?'] }, 'invalid-input'],
    ['a set there is not', { questionSet: 'none' }, 'invalid-input'],
    ['a day to come', { asAt: '2123-01-01' }, 'invalid-input'],
  ] as const)('%s', async (_what, change, code) => {
    const before = await storedRows(service.opened.database)
    await expectProblem(await service.send(PACKS, { cookie: office, json: { ...NEW, ...change } }), code)
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('an answer to what is not asked, or with an option that is not offered', async () => {
    const made = await draft()
    const path = `${PACKS}/${made.pack.id}`
    const before = await storedRows(service.opened.database)
    for (const [number, letters] of [
      ['11', []],
      ['5', ['z']],
    ] as const) {
      const answers = [{ number, answer: { letters, text: 'x' } }]
      await expectProblem(await write(path, made, { answers }, 'PATCH'), 'invalid-input')
    }
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each(['person.viewer', 'person.lead-adult', 'person.sro', 'person.secretary'])(
    'written by %s',
    async (person) => {
      const cookie = await service.signIn(person)
      await expectProblem(await service.send(PACKS, { cookie, json: NEW }), 'not-allowed')
    },
  )
})
