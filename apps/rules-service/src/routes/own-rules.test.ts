import {
  FlagDetail,
  JournalEntry,
  type Problem,
  RuleCheck,
  RuleDetail,
  type RuleDocument,
  RuleSaved,
  RuleTrial,
  type RuleTrialInput,
} from '@workplan/domain'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fewRules, judgedProgramme } from '../testing/judged-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import {
  expectProblem,
  openServiceOver,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const RULES = '/api/programmes/alpha/rules'

const document: RuleDocument = {
  title: 'Children’s task that is late',
  subject: 'task',
  severity: 'medium',
  source: { framework: 'Decision of the board', locator: 'Minutes of March 2023', url: '' },
  why: 'The board asked for it.',
  requires: [],
  when: {
    all: [
      { fact: 'isLive', operator: 'equal', value: true },
      { fact: 'daysLate', operator: 'greaterThan', value: 2 },
    ],
  },
  message: 'It is {daysLate} late',
  remedy: 'Finish it.',
}

const cases: RuleTrialInput['cases'] = [
  { name: 'three days', facts: { isLive: true, daysLate: 3 }, flags: true },
  { name: 'two days', facts: { isLive: true, daysLate: 2 }, flags: false },
  { name: 'no date', facts: { isLive: true, daysLate: null }, flags: 'not-assessable' },
]

let service: TestService
let office: string
let viewer: string
beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: judgedProgramme('alpha') }], rules: fewRules() })
  office = await service.signIn('person.programme-office')
  viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

function write(path: string, revision: number | null, options: SendOptions): Promise<Response> {
  const headers = { ...(revision !== null && { 'if-match': `"${revision}"` }), ...options.headers }
  return service.send(`${RULES}${path}`, { cookie: office, ...options, headers })
}

async function begin(parts: Partial<RuleDocument> = {}, with_ = cases): Promise<RuleDetail> {
  const json = { document: { ...document, ...parts }, cases: with_ }
  const answer = await write('', null, { json })
  expect(answer.status).toBe(201)
  return RuleDetail.parse(await answer.json())
}

async function publish({ id, revision }: RuleDetail): Promise<RuleSaved> {
  const answer = await write(`/${id}/publish`, revision, { json: { reason: 'Agreed in March' } })
  expect(answer.status).toBe(200)
  return RuleSaved.parse(await answer.json())
}

async function saveDraft({ id, revision }: RuleDetail, parts: Partial<RuleDocument>): Promise<RuleDetail> {
  const json = { document: { ...document, ...parts }, cases }
  const answer = await write(`/${id}`, revision, { method: 'PUT', json })
  expect(answer.status).toBe(200)
  return RuleDetail.parse(await answer.json())
}

async function read(id: string): Promise<RuleDetail> {
  return RuleDetail.parse(await (await service.send(`${RULES}/${id}`, { cookie: viewer })).json())
}

async function flag(rule: string): Promise<FlagDetail> {
  const path = `/api/programmes/alpha/flags/${rule}~alpha.task.children`
  return FlagDetail.parse(await (await service.send(path, { cookie: viewer })).json())
}

async function journal(count: number): Promise<JournalEntry[]> {
  const answer = await service.send(`/api/programmes/alpha/journal?limit=${count}`, { cookie: office })
  return z.object({ items: z.array(JournalEntry) }).parse(await answer.json()).items
}

describe('checking a rule as it is typed', () => {
  async function check(parts: Partial<RuleDocument>, with_ = cases): Promise<RuleCheck> {
    const json = { document: { ...document, ...parts }, cases: with_ }
    const answer = await write('/check', null, { json })
    expect(answer.status).toBe(200)
    return RuleCheck.parse(await answer.json())
  }

  it('finds nothing against a sound rule, and shows what both evaluators say of each case', async () => {
    const checked = await check({})
    expect(checked).toMatchObject({ ready: true, problems: [] })
    expect(checked.cases).toEqual([
      { name: 'three days', expected: true, verdict: 'holds', reference: true, agrees: true },
      { name: 'two days', expected: false, verdict: 'does-not-hold', reference: false, agrees: true },
      {
        name: 'no date',
        expected: 'not-assessable',
        verdict: 'not-assessable',
        reference: null,
        agrees: true,
      },
    ])
    expect(checked.conditions).toMatchObject({
      children: [{}, { words: expect.stringMatching(/is more than 2$/) }],
    })
  })

  it('names what is missing in an empty form', async () => {
    const empty = {
      ...{ title: '', subject: null, severity: null, why: '', when: null, message: '', remedy: '' },
      source: { framework: '', locator: '' },
    }
    const checked = await check(empty, [])
    expect(checked).toMatchObject({ ready: false, cases: [], conditions: null })
    expect(checked.problems.map(({ place }) => place)).toEqual([
      ...['title', 'subject', 'severity', 'source.framework', 'source.locator'],
      ...['why', 'when', 'message', 'remedy'],
    ])
  })

  it('judges the cases while other parts are still missing', async () => {
    const checked = await check({ message: '', remedy: '' })
    expect(checked.problems.map(({ place }) => place)).toEqual(['message', 'remedy'])
    expect(checked.cases.map(({ agrees }) => agrees)).toEqual([true, true, true])
    expect(checked.conditions).not.toBeNull()
  })

  it('names the place of what is wrong, in conditions, texts and cases', async () => {
    const wrong = {
      all: [
        { fact: 'isLive', operator: 'equal', value: true },
        { fact: 'daysLate', operator: 'contains', value: 2 },
      ],
    }
    const places = async (parts: Partial<RuleDocument>, with_ = cases) =>
      (await check(parts, with_)).problems.map(({ place }) => place)
    expect(await places({ when: wrong })).toEqual(['when.all.1.operator'])
    expect(await places({ message: '{daysEarly}' })).toEqual(['message'])
    expect(await places({ source: { framework: 'x', locator: 'y', url: 'no address' } })).toEqual([
      'source.url',
    ])
    const nameless = { name: '', facts: { isLive: true }, flags: true }
    expect(await places({}, [...cases, nameless])).toEqual(['cases.3.name', 'cases.3.facts.daysLate'])
    expect(await places({}, cases.slice(0, 1))).toEqual(['cases', 'cases'])
  })

  it('shows a case that comes out otherwise', async () => {
    const checked = await check({}, [
      { name: 'one day', facts: { isLive: true, daysLate: 1 }, flags: true },
      ...cases,
    ])
    expect(checked.cases[0]).toMatchObject({ verdict: 'does-not-hold', reference: false, agrees: false })
    expect(checked.problems).toMatchObject([{ place: 'cases.0.flags' }])
    expect(checked.ready).toBe(false)
  })
})

describe('trying a rule', () => {
  it('says what it would raise and what it cannot judge, whatever its cases', async () => {
    const when = { fact: 'daysSilent', operator: 'greaterThan', value: 10 }
    const json = { document: { ...document, when, message: 'Silent for {daysSilent}' }, cases: [] }
    const before = await storedRows(service.opened.database)
    const answer = await write('/try', null, { json })
    expect(RuleTrial.parse(await answer.json())).toEqual({
      subjects: 2,
      count: 1,
      items: [
        {
          subject: { kind: 'task', id: 'alpha.task.adult', title: 'Work for adult of alpha' },
          severity: 'medium',
          message: 'Silent for 20 days',
          audience: ['adult'],
          workstreams: ['alpha.ws.adult'],
        },
      ],
      notAssessable: {
        count: 1,
        items: [{ kind: 'task', id: 'alpha.task.children', title: 'Work for children of alpha' }],
      },
    })
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('is refused while the rule cannot be read, naming the places', async () => {
    const json = { document: { ...document, when: null, title: '' }, cases }
    const problem = await expectProblem(await write('/try', null, { json }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual(['document.title', 'document.when'])
  })
})

describe('an own rule', () => {
  it('begins as a draft that judges nothing, under an id of its own for good', async () => {
    const rule = await begin({ when: null })
    expect(rule).toMatchObject({
      id: 'own.children-s-task-that-is',
      origin: 'own',
      state: 'draft',
      version: 0,
      hasDraft: true,
      flagsOpen: 0,
      notAssessable: null,
      settings: null,
      versions: [{ version: 1, state: 'draft', by: 'Programme office' }],
    })
    expect(rule.draft?.document.title).toBe(document.title)
    const again = await begin()
    expect(again.id).toBe('own.children-s-task-that-is-2')
    const [entry] = await journal(1)
    expect(entry).toMatchObject({ action: 'rule.drafted', record: { kind: 'rule', id: again.id } })
    const problem = await expectProblem(
      await write(`/${rule.id}/publish`, rule.revision, { json: { reason: 'x' } }),
      'conflict',
    )
    expect(problem.errors?.map(({ path }) => path)).toContain('when')
  })

  it('raises flags when it is published, with a row of the journal for the rule and each flag', async () => {
    const { item, flags } = await publish(await begin({ title: 'Late by three days' }))
    expect(item).toMatchObject({
      id: 'own.late-by-three-days',
      state: 'in-force',
      version: 1,
      flagsOpen: 2,
      hasDraft: false,
    })
    expect(item.published?.cases).toEqual(cases)
    expect(item.workedCases.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'does-not-hold',
      'not-assessable',
    ])
    expect(flags.raised.map(({ id }) => id)).toEqual([
      'own.late-by-three-days~alpha.task.adult',
      'own.late-by-three-days~alpha.task.children',
    ])
    const entries = await journal(3)
    expect(entries.map(({ action }) => action)).toEqual(['flag.raised', 'flag.raised', 'rule.published'])
    expect(entries[2]).toMatchObject({ by: 'Programme office', why: 'Agreed in March' })
    expect(await flag('own.late-by-three-days')).toMatchObject({
      ruleVersion: 1,
      judgedByVersion: 1,
      why: document.why,
      source: { framework: 'Decision of the board', url: null },
      history: [{ event: 'raised', cause: { kind: 'rule', id: 'own.late-by-three-days' } }],
    })
  })

  it('keeps the version that raised a flag when a newer one still holds, and clears where it does not', async () => {
    const first = await publish(await begin({ title: 'Second version' }))
    const { id } = first.item
    const draft = await saveDraft(first.item, { title: 'Second version', message: 'Late by {daysLate}' })
    expect(draft).toMatchObject({ state: 'in-force', version: 1, hasDraft: true, message: document.message })
    expect((await flag(id)).message).toBe('It is 3 days late')
    const second = await publish(draft)
    expect(second.item.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ])
    expect(second.flags.changed).toHaveLength(2)
    expect(await flag(id)).toMatchObject({
      message: 'Late by 3 days',
      ruleVersion: 1,
      judgedByVersion: 2,
      history: [{ event: 'changed', why: 'Holds by version 2 of the rule, too; raised by version 1' }, {}],
    })
    const when = { fact: 'daysLate', operator: 'greaterThan', value: 2.5 }
    const strict = {
      title: 'Second version',
      when: { all: [when, { fact: 'status', operator: 'equal', value: 'blocked' }] },
    }
    const json = {
      document: { ...document, ...strict },
      cases: [
        { name: 'blocked', facts: { daysLate: 3, status: 'blocked' }, flags: true },
        { name: 'at the edge', facts: { daysLate: 2.5, status: 'blocked' }, flags: false },
      ],
    }
    const saved = await write(`/${id}`, second.item.revision, { method: 'PUT', json })
    const third = await publish(RuleDetail.parse(await saved.json()))
    expect(third.flags.cleared).toHaveLength(2)
    expect(await flag(id)).toMatchObject({ status: 'cleared', ruleVersion: 1, judgedByVersion: 2 })
  })

  it('ends: its flags clear, its id is kept, and it is not published again', async () => {
    const { item } = await publish(await begin({ title: 'Ends' }))
    await saveDraft(item, { title: 'Ends' })
    const { revision } = await read('own.ends')
    const early = { reason: 'x', until: '2023-03-01' }
    await expectProblem(await write('/own.ends/end', revision, { json: early }), 'invalid-input')
    const answer = await write('/own.ends/end', revision, { json: { reason: 'No longer needed' } })
    const ended = RuleSaved.parse(await answer.json())
    expect(ended.flags.cleared).toHaveLength(2)
    expect(ended.item).toMatchObject({
      state: 'ended',
      until: '2023-03-12',
      flagsOpen: 0,
      draft: null,
      versions: [{ version: 1, ended: { by: 'Programme office', reason: 'No longer needed' } }],
    })
    expect((await flag('own.ends')).history[0]?.cause).toMatchObject({ kind: 'rule', id: 'own.ends' })
    const json = { document: { ...document, title: 'Ends' }, cases }
    const again = await write('/own.ends', ended.item.revision, { method: 'PUT', json })
    await expectProblem(again, 'conflict')
    expect((await begin({ title: 'Ends' })).id).toBe('own.ends-2')
  })

  it('that ends on a later day stays in force until then', async () => {
    const { item } = await publish(await begin({ title: 'Ends later' }))
    const json = { reason: 'After the review', until: '2023-03-31' }
    const answer = await write('/own.ends-later/end', item.revision, { json })
    const ended = RuleSaved.parse(await answer.json())
    expect(ended.item).toMatchObject({ state: 'in-force', until: '2023-03-31', flagsOpen: 2 })
  })

  it('loses its draft when that is discarded, and is gone when it was never published', async () => {
    const { id, revision } = await begin({ title: 'Thrown away' })
    const answer = await write(`/${id}/draft`, revision, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    await expectProblem(await service.send(`${RULES}/${id}`, { cookie: viewer }), 'not-found')
    const [entry] = await journal(1)
    expect(entry).toMatchObject({ action: 'rule.draft-discarded', record: { id } })
    const published = await publish(await begin({ title: 'Kept' }))
    const draft = await saveDraft(published.item, { title: 'Kept, but other' })
    const kept = await write('/own.kept/draft', draft.revision, { method: 'DELETE' })
    expect(kept.status).toBe(204)
    const now = await read('own.kept')
    expect(now).toMatchObject({ hasDraft: false, title: 'Kept', revision: published.item.revision })
  })

  it('is read and judged the same by another instance', async () => {
    const other = await openServiceOver(service.opened, { rules: fewRules() })
    const effect = await other.context.store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    expect(effect).toEqual({ cleared: [], raised: [], reopened: [] })
    const theirs = await other.context.store.readProgramme('alpha')
    const mine = await service.context.store.readProgramme('alpha')
    await other.context.changes.close()
    expect(theirs.programmeRules).toEqual(mine.programmeRules)
  })

  it('that this version cannot read any more judges nothing, and is shown as such', async () => {
    await publish(await begin({ title: 'Of another time' }))
    const { database } = service.opened
    await database.execute(sql`alter table programme_rules disable trigger programme_rules_frozen`)
    await database.execute(sql`
      update programme_rules set document = jsonb_set(document, '{when}', '{"fact":"gone","operator":"equal","value":1}')
      where id = 'own.of-another-time'`)
    await database.execute(sql`alter table programme_rules enable trigger programme_rules_frozen`)
    const later = await openServiceOver(service.opened, { rules: fewRules() })
    const { store } = later.context
    const effect = await store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    expect(effect.cleared).toHaveLength(2)
    const answer = await later.send(`${RULES}/own.of-another-time`, { cookie: viewer })
    await later.context.changes.close()
    expect(await answer.json()).toMatchObject({ state: 'does-not-fit', conditions: null, flagsOpen: 0 })
  })

  it('is never changed in the database once it is published', async () => {
    await publish(await begin({ title: 'Frozen' }))
    const { database } = service.opened
    const change = sql`update programme_rules set cases = '[]' where id = 'own.frozen'`
    await expect(database.execute(change)).rejects.toThrow()
    await expect(database.execute(sql`delete from programme_rules where id = 'own.frozen'`)).rejects.toThrow()
  })
})

describe('a change of an own rule is refused and nothing is changed', () => {
  let rule: RuleDetail
  let before: string
  beforeAll(async () => {
    rule = await begin({ title: 'Refusals' })
  })
  beforeEach(async () => {
    before = await storedRows(service.opened.database)
  })

  async function refused(answer: Response, code: Problem['code']): Promise<Problem> {
    const problem = await expectProblem(answer, code)
    expect(await storedRows(service.opened.database)).toBe(before)
    return problem
  }

  it('from everybody but the programme office', async () => {
    const json = { document, cases }
    for (const person of ['person.viewer', 'person.lead-adult', 'person.sro', 'person.secretary']) {
      const cookie = await service.signIn(person)
      await refused(await write('', null, { json, cookie }), 'not-allowed')
      await refused(await write('/check', null, { json, cookie }), 'not-allowed')
      await refused(await write('/try', null, { json, cookie }), 'not-allowed')
      await refused(await write(`/${rule.id}`, rule.revision, { method: 'PUT', json, cookie }), 'not-allowed')
      const reason = { json: { reason: 'x' }, cookie }
      await refused(await write(`/${rule.id}/publish`, rule.revision, reason), 'not-allowed')
      await refused(await write(`/${rule.id}/end`, rule.revision, reason), 'not-allowed')
    }
  })

  it('from a stale revision, with the rule as it is now', async () => {
    const json = { document, cases }
    const stale = rule.revision - 1
    const put = await write(`/${rule.id}`, stale, { method: 'PUT', json })
    const problem = await refused(put, 'stale-version')
    expect(RuleDetail.parse(problem.current).revision).toBe(rule.revision)
    const reason = { json: { reason: 'x' } }
    await refused(await write(`/${rule.id}/publish`, stale, reason), 'stale-version')
    await refused(await write(`/${rule.id}/end`, stale, reason), 'stale-version')
    await refused(await write(`/${rule.id}/draft`, stale, { method: 'DELETE' }), 'stale-version')
    await refused(await write(`/${rule.id}`, null, { method: 'PUT', json }), 'version-required')
  })

  it.each([
    ['without a title', { document: { ...document, title: ' ' }, cases }, 'document.title'],
    ['with an unknown field', { document: { ...document, until: '2023-04-01' }, cases }, 'document'],
    [
      'with a kind that does not exist',
      { document: { ...document, subject: 'person' }, cases },
      'document.subject',
    ],
    ['with a case that says nothing', { document, cases: [{ name: 'x', facts: {} }] }, 'cases.0.flags'],
    ['with an id of its own', { document, cases, id: 'task-overdue' }, ''],
  ])('%s', async (_what, json, place) => {
    const problem = await refused(await write('', null, { json }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual([place])
  })

  it('nested beyond all reason', async () => {
    const deep = `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`
    const body = JSON.stringify({ document: { ...document, when: null }, cases }).replace(
      '"when":null',
      `"when":${deep}`,
    )
    for (const path of ['', '/check', '/try']) {
      const answer = await service.app.request(`${RULES}${path}`, {
        method: 'POST',
        headers: { cookie: office, 'content-type': 'application/json' },
        body,
      })
      const problem = await refused(answer, 'invalid-input')
      expect(problem.errors).toMatchObject([{ path: 'document.when' }])
    }
  })

  it('for rules of the pack, and settings for own ones', async () => {
    const json = { document, cases }
    await refused(await write('/task-overdue', 0, { method: 'PUT', json }), 'conflict')
    await refused(await write('/task-overdue/end', 0, { json: { reason: 'x' } }), 'conflict')
    const settings = { enabled: false, severity: null, thresholds: {}, reason: 'x' }
    const put = await write(`/${rule.id}/settings`, rule.revision, { method: 'PUT', json: settings })
    await refused(put, 'conflict')
    await refused(await write('/own.gone/publish', 0, { json: { reason: 'x' } }), 'not-found')
  })

  it('when there is nothing to publish, end or discard', async () => {
    await refused(await write(`/${rule.id}/end`, rule.revision, { json: { reason: 'x' } }), 'conflict')
    const { revision } = await read('own.late-by-three-days')
    const published = '/own.late-by-three-days'
    await refused(await write(`${published}/publish`, revision, { json: { reason: 'x' } }), 'conflict')
    await refused(await write(`${published}/draft`, revision, { method: 'DELETE' }), 'conflict')
  })
})
