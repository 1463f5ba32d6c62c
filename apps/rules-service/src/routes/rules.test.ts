import {
  EffectOnFlags,
  JournalEntry,
  Problem,
  RuleDetail,
  RuleSaved,
  RuleSummary,
  SubjectFactsView,
  TaskSaved,
  type RuleSettingsTrial,
} from '@workplan/domain'
import { loadRulebook } from '@workplan/rulebook'
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
const AS_WRITTEN: RuleSettingsTrial = { enabled: true, severity: null, thresholds: {} }

let service: TestService
let office: string
let viewer: string
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: judgedProgramme('alpha') }, { state: judgedProgramme('beta') }],
    rules: fewRules(),
  })
  office = await service.signIn('person.programme-office')
  viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function list(query = '', cookie = viewer): Promise<RuleSummary[]> {
  const answer = await service.send(`${RULES}${query}`, { cookie })
  expect(answer.status).toBe(200)
  return z.object({ items: z.array(RuleSummary) }).parse(await answer.json()).items
}

async function read(id: string, cookie = viewer): Promise<RuleDetail> {
  return RuleDetail.parse(await (await service.send(`${RULES}/${id}`, { cookie })).json())
}

function put(id: string, json: unknown, revision: number, options: SendOptions = {}): Promise<Response> {
  const headers = { 'if-match': `"${revision}"`, ...options.headers }
  return service.send(`${RULES}/${id}/settings`, { method: 'PUT', cookie: office, json, ...options, headers })
}

async function set(
  id: string,
  trial: Partial<RuleSettingsTrial>,
  reason = 'We agreed it',
): Promise<RuleSaved> {
  const { revision } = await read(id)
  const answer = await put(id, { ...AS_WRITTEN, ...trial, reason }, revision)
  expect(answer.status).toBe(200)
  return RuleSaved.parse(await answer.json())
}

async function preview(id: string, trial: Partial<RuleSettingsTrial>): Promise<EffectOnFlags> {
  const json = { ...AS_WRITTEN, ...trial }
  const answer = await service.send(`${RULES}/${id}/settings/preview`, { cookie: office, json })
  expect(answer.status).toBe(200)
  return EffectOnFlags.parse(await answer.json())
}

/** The effect without the moments at which flags were raised or cleared. */
function seen({ cleared, raised, reopened, changed }: EffectOnFlags) {
  const brief = ({ id, severity, message, title }: (typeof cleared)[number]) => [id, severity, message, title]
  return {
    cleared: cleared.map(brief),
    raised: raised.map(brief),
    reopened: reopened.map(brief),
    changed: changed.map(({ flag, before }) => [brief(flag), before]),
  }
}

async function journal(count: number): Promise<JournalEntry[]> {
  const answer = await service.send(`/api/programmes/alpha/journal?limit=${count}`, { cookie: office })
  return z.object({ items: z.array(JournalEntry) }).parse(await answer.json()).items
}

describe('the rule library', () => {
  it('lists every rule with its reason, source, cases, and what it raises and cannot judge now', async () => {
    const rules = await list()
    expect(rules.map(({ id, flagsOpen, notAssessable }) => [id, flagsOpen, notAssessable])).toEqual([
      ['level-without-evidence', 1, 74],
      ['task-overdue', 2, 0],
      ['task-without-owner', 2, 0],
      ['task-silent-30-days', 0, 1],
      ['service-conditional', 1, 0],
    ])
    const written = loadRulebook().rules.find(({ id }) => id === 'task-overdue')
    expect(rules[1]).toMatchObject({
      origin: 'pack',
      state: 'in-force',
      severity: 'medium',
      writtenSeverity: 'medium',
      why: written?.why,
      remedy: written?.remedy,
      source: { framework: written?.source.framework, locator: written?.source.locator },
      cases: written?.cases.length,
      changedHere: false,
    })
  })

  it('is narrowed by kind, severity, origin, state and words', async () => {
    const ids = async (query: string) => (await list(query)).map(({ id }) => id)
    expect(await ids('?subject=service')).toEqual(['service-conditional'])
    expect(await ids('?severity=low')).toEqual(['task-without-owner', 'task-silent-30-days'])
    expect(await ids('?origin=own')).toEqual([])
    expect(await ids('?state=ended')).toEqual([])
    expect(await ids('?q=EVIDENCE%20level')).toEqual(['level-without-evidence'])
  })

  it('shows a whole rule: conditions as data and in words, cases with verdicts, flags', async () => {
    const answer = await service.send(`${RULES}/task-silent-30-days`, { cookie: viewer })
    expect(answer.headers.get('etag')).toBe('"0"')
    const rule = RuleDetail.parse(await answer.json())
    expect(rule.conditions).toMatchObject({
      kind: 'all',
      place: 'when',
      words: 'All of these',
      children: [
        { place: 'when.all.0', reading: { fact: 'isLive' }, threshold: false },
        {
          place: 'when.all.1',
          words: expect.stringMatching(/is more than 30$/),
          value: 30,
          threshold: true,
        },
      ],
    })
    expect(rule.thresholds).toMatchObject([
      { place: 'when.all.1.value', written: 30, inForce: 30, unit: 'day' },
    ])
    expect(rule.workedCases.map(({ flags, verdict }) => [flags, verdict])).toEqual([
      [true, 'holds'],
      [false, 'does-not-hold'],
      [false, 'does-not-hold'],
      ['not-assessable', 'not-assessable'],
    ])
    expect(rule.notAssessableSubjects).toMatchObject([{ kind: 'task', id: 'alpha.task.children' }])
    expect(rule).toMatchObject({ mayManage: false, draft: null, settings: { version: 0, by: null } })
    expect((await read('task-overdue', office)).mayManage).toBe(true)
    expect((await read('task-overdue')).flags.map(({ id }) => id).toSorted()).toEqual([
      'task-overdue~alpha.task.adult',
      'task-overdue~alpha.task.children',
    ])
  })

  it('names the condition that several rules share, whose number is not this rule’s to change', async () => {
    const { conditions, thresholds } = await read('level-without-evidence')
    expect(conditions).toMatchObject({
      children: [
        {
          name: 'level-claimed',
          words: 'Level 3 or above is claimed',
          children: [{ place: 'when.all.0', threshold: false }],
        },
        { place: 'when.all.1', words: 'Kind of evidence is none' },
      ],
    })
    expect(thresholds).toEqual([])
  })

  it('does not know other rules', async () => {
    await expectProblem(await service.send(`${RULES}/task-gone`, { cookie: viewer }), 'not-found')
  })
})

describe('settings of a rule', () => {
  it('switch it off: its flags clear, and the journal names the setting as the cause', async () => {
    const foreseen = await preview('task-overdue', { enabled: false })
    const saved = await set('task-overdue', { enabled: false }, 'Dates are wrong until the re-plan')
    expect(seen(saved.flags)).toEqual(seen(foreseen))
    expect(saved.flags.cleared.map(({ id }) => id)).toEqual([
      'task-overdue~alpha.task.adult',
      'task-overdue~alpha.task.children',
    ])
    expect(saved.item).toMatchObject({
      state: 'switched-off',
      changedHere: true,
      flagsOpen: 0,
      notAssessable: null,
      revision: 1,
      settings: {
        version: 1,
        enabled: false,
        by: 'Programme office',
        reason: 'Dates are wrong until the re-plan',
      },
    })
    const [last, , first] = await journal(3)
    expect(first).toMatchObject({
      action: 'rule.set',
      by: 'Programme office',
      record: { kind: 'rule', id: 'task-overdue' },
      why: 'Dates are wrong until the re-plan',
      changes: [{ field: 'enabled', before: true, after: false }],
    })
    expect(last?.action).toBe('flag.cleared')
    const flag = await service.send('/api/programmes/alpha/flags/task-overdue~alpha.task.adult', {
      cookie: viewer,
    })
    expect(await flag.json()).toMatchObject({
      status: 'cleared',
      history: [
        { event: 'cleared', by: 'Programme office', cause: { kind: 'rule', id: 'task-overdue' } },
        { event: 'raised' },
      ],
    })
  })

  it('switch it on again: its flags are opened again with their history', async () => {
    const foreseen = await preview('task-overdue', AS_WRITTEN)
    const saved = await set('task-overdue', AS_WRITTEN)
    expect(seen(saved.flags)).toEqual(seen(foreseen))
    expect(saved.flags.reopened).toHaveLength(2)
    expect(saved.item).toMatchObject({ state: 'in-force', changedHere: false, revision: 2 })
    expect(saved.item.settingsHistory.map(({ version, enabled }) => [version, enabled])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('change a number: other flags appear, and the title says what is in force here', async () => {
    const thresholds = { 'when.all.1.value': 14 }
    const foreseen = await preview('task-silent-30-days', { thresholds })
    const saved = await set('task-silent-30-days', { thresholds })
    expect(seen(saved.flags)).toEqual(seen(foreseen))
    expect(saved.flags.raised).toMatchObject([
      {
        id: 'task-silent-30-days~alpha.task.adult',
        title: expect.stringMatching(
          /^Task without news for more than 30 days \(here: .* is more than 14\)$/,
        ),
        message: 'Nobody has said anything about it for 20 days',
      },
    ])
    expect(saved.item.thresholds).toMatchObject([{ written: 30, inForce: 14 }])
    expect(saved.item.workedCases.map(({ name, verdict }) => [name, verdict])).toContainEqual([
      '30 days',
      'holds',
    ])
    const flag = await service.send('/api/programmes/alpha/flags/task-silent-30-days~alpha.task.adult', {
      cookie: viewer,
    })
    expect(await flag.json()).toMatchObject({ explanation: { children: [{}, { needed: 14, found: 20 }] } })
  })

  it('change a severity: flags stay and weigh otherwise, which is journalled', async () => {
    const foreseen = await preview('task-without-owner', { severity: 'high' })
    const saved = await set('task-without-owner', { severity: 'high' })
    expect(seen(saved.flags)).toEqual(seen(foreseen))
    expect(saved.flags.changed).toMatchObject([
      { flag: { severity: 'high', status: 'open' }, before: { severity: 'low' } },
      { flag: { severity: 'high' }, before: { severity: 'low' } },
    ])
    expect(saved.item).toMatchObject({ severity: 'high', writtenSeverity: 'low' })
    const [last] = await journal(1)
    expect(last).toMatchObject({ action: 'flag.changed', changes: [{ field: 'severity', after: 'high' }] })
    expect((await list('?severity=high')).map(({ id }) => id)).toContain('task-without-owner')
  })

  it('hold for later changes and other instances, and for one programme only', async () => {
    const lead = await service.signIn('person.lead-adult')
    const patch = { method: 'PATCH', cookie: lead, headers: { 'if-match': '"1"' } }
    const change = { json: { progress: 'We met on Monday' } }
    const task = await service.send('/api/programmes/alpha/tasks/alpha.task.adult', { ...patch, ...change })
    expect(TaskSaved.parse(await task.json()).flags.cleared.map(({ id }) => id)).toEqual([
      'task-silent-30-days~alpha.task.adult',
    ])
    const other = await openServiceOver(service.opened, { rules: fewRules() })
    const effect = await other.context.store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    await other.context.changes.close()
    expect(effect).toEqual({ cleared: [], raised: [], reopened: [] })
    const beta = await service.send('/api/programmes/beta/rules/task-without-owner', { cookie: viewer })
    expect(await beta.json()).toMatchObject({ severity: 'low', changedHere: false, revision: 0 })
  })

  it('are written once when they are sent twice with one key', async () => {
    const { revision } = await read('service-conditional')
    const body = { ...AS_WRITTEN, severity: 'low', reason: 'It is known' }
    const headers = { 'idempotency-key': 'once' }
    const first = await put('service-conditional', body, revision, { headers })
    const rows = await storedRows(service.opened.database)
    const second = await put('service-conditional', body, revision, { headers })
    expect(await second.json()).toEqual(await first.json())
    expect(await storedRows(service.opened.database)).toBe(rows)
  })

  it('are never changed or removed in the database', async () => {
    const { database } = service.opened
    const rows = await storedRows(database)
    await expect(database.execute(sql`update rule_settings set reason = 'other'`)).rejects.toThrow()
    await expect(database.execute(sql`delete from rule_settings`)).rejects.toThrow()
    await expect(database.execute(sql`truncate rule_settings`)).rejects.toThrow()
    expect(await storedRows(database)).toBe(rows)
  })
})

describe('settings are refused and nothing is changed', () => {
  const body = { ...AS_WRITTEN, enabled: false, reason: 'We agreed it' }
  let before: string
  beforeEach(async () => {
    before = await storedRows(service.opened.database)
  })

  async function refused(answer: Response, code: Problem['code']): Promise<Problem> {
    const problem = await expectProblem(answer, code)
    expect(await storedRows(service.opened.database)).toBe(before)
    return problem
  }

  it.each(['person.viewer', 'person.lead-adult', 'person.sro', 'person.secretary'])(
    'from %s',
    async (person) => {
      const cookie = await service.signIn(person)
      await refused(await put('level-without-evidence', body, 0, { cookie }), 'not-allowed')
      const trial = { cookie, json: AS_WRITTEN }
      await refused(
        await service.send(`${RULES}/level-without-evidence/settings/preview`, trial),
        'not-allowed',
      )
    },
  )

  it('without a version, and with the rule as it is now from a stale one', async () => {
    const path = `${RULES}/task-without-owner/settings`
    const answer = await service.send(path, { method: 'PUT', cookie: office, json: body })
    await refused(answer, 'version-required')
    const problem = await refused(await put('task-without-owner', body, 0), 'stale-version')
    expect(RuleDetail.parse(problem.current)).toMatchObject({ revision: 1, severity: 'high' })
  })

  it.each([
    ['no reason', { ...body, reason: ' ' }, 'reason'],
    ['no word on whether it is on', { severity: null, thresholds: {}, reason: 'x' }, 'enabled'],
    ['a severity that does not exist', { ...body, severity: 'worst' }, 'severity'],
    [
      'a threshold that is no number',
      { ...body, thresholds: { 'when.all.1.value': '3' } },
      'thresholds.when.all.1.value',
    ],
    [
      'a place that holds no number',
      { ...body, thresholds: { 'when.all.0.value': 3 } },
      'thresholds.when.all.0.value',
    ],
    ['a place every object has', { ...body, thresholds: { constructor: 3 } }, 'thresholds.constructor'],
    ['nothing to change', { ...AS_WRITTEN, thresholds: { 'when.all.1.value': 0 }, reason: 'x' }, ''],
    ['an unknown field', { ...body, until: '2023-04-01' }, ''],
  ])('with %s', async (_what, json, place) => {
    const { revision } = await read('task-overdue')
    const problem = await refused(await put('task-overdue', json, revision), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual([place])
  })

  it('for a rule that is not there', async () => {
    await refused(await put('task-gone', body, 0), 'not-found')
  })
})

describe('the facts for the editor', () => {
  it('are listed by kind with operators in words, and the texts they have at present', async () => {
    const answer = await service.send(`${RULES}/facts`, { cookie: viewer })
    const { items } = z.object({ items: z.array(SubjectFactsView) }).parse(await answer.json())
    const task = items.find(({ kind }) => kind === 'task')
    const status = task?.facts.find(({ name }) => name === 'status')
    expect(status).toMatchObject({ type: 'text', seen: ['in-progress'] })
    expect(status?.operators).toContainEqual({ operator: 'in', words: 'is one of', takes: 'texts' })
    const late = task?.facts.find(({ name }) => name === 'daysLate')
    expect(late?.operators).toContainEqual({
      operator: 'greaterThan',
      words: 'is more than',
      takes: 'number',
    })
    const measure = items.find(({ kind }) => kind === 'measure')
    expect(measure?.conditions).toContainEqual({
      name: 'level-claimed',
      title: 'Level 3 or above is claimed',
    })
  })
})
