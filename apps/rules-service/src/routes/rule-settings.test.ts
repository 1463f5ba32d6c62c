import {
  EffectOnFlags,
  type Problem,
  type ProblemCode,
  RuleDetail,
  RuleSaved,
  type RuleSettingsTrial,
  TaskSaved,
} from '@workplan/domain'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fewRules } from '../testing/judged-programme.ts'
import { openRuleRequests, type RuleRequests } from '../testing/rule-requests.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openServiceOver, type SendOptions } from '../testing/test-service.ts'

const RULES = '/api/programmes/alpha/rules'
const AS_WRITTEN: RuleSettingsTrial = { enabled: true, severity: null, thresholds: {} }

let requests: RuleRequests
beforeAll(async () => {
  requests = await openRuleRequests()
})
afterAll(() => requests.service.close())

function put(id: string, json: unknown, revision: number, options: SendOptions = {}): Promise<Response> {
  return requests.write(`/${id}/settings`, revision, { method: 'PUT', json, ...options })
}

async function set(
  id: string,
  trial: Partial<RuleSettingsTrial>,
  reason = 'We agreed it',
): Promise<RuleSaved> {
  const { revision } = await requests.read(id)
  const answer = await put(id, { ...AS_WRITTEN, ...trial, reason }, revision)
  expect(answer.status).toBe(200)
  return RuleSaved.parse(await answer.json())
}

async function preview(id: string, trial: Partial<RuleSettingsTrial>): Promise<EffectOnFlags> {
  const json = { ...AS_WRITTEN, ...trial }
  const answer = await requests.write(`/${id}/settings/preview`, null, { json })
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
    const [last, , first] = await requests.journal(3)
    expect(first).toMatchObject({
      action: 'rule.set',
      by: 'Programme office',
      record: { kind: 'rule', id: 'task-overdue' },
      why: 'Dates are wrong until the re-plan',
      changes: [{ field: 'enabled', before: true, after: false }],
    })
    expect(last?.action).toBe('flag.cleared')
    const flag = await requests.service.send('/api/programmes/alpha/flags/task-overdue~alpha.task.adult', {
      cookie: requests.viewer,
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
    const flag = await requests.service.send(
      '/api/programmes/alpha/flags/task-silent-30-days~alpha.task.adult',
      {
        cookie: requests.viewer,
      },
    )
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
    const [last] = await requests.journal(1)
    expect(last).toMatchObject({ action: 'flag.changed', changes: [{ field: 'severity', after: 'high' }] })
    expect((await requests.read('task-without-owner')).severity).toBe('high')
  })

  it('hold for later changes and other instances, and for one programme only', async () => {
    const lead = await requests.service.signIn('person.lead-adult')
    const patch = { method: 'PATCH', cookie: lead, headers: { 'if-match': '"1"' } }
    const change = { json: { progress: 'We met on Monday' } }
    const task = await requests.service.send('/api/programmes/alpha/tasks/alpha.task.adult', {
      ...patch,
      ...change,
    })
    expect(TaskSaved.parse(await task.json()).flags.cleared.map(({ id }) => id)).toEqual([
      'task-silent-30-days~alpha.task.adult',
    ])
    const other = await openServiceOver(requests.service.opened, { rules: fewRules() })
    const effect = await other.context.store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    await other.context.changes.close()
    expect(effect).toEqual({ cleared: [], raised: [], reopened: [] })
    const beta = await requests.service.send('/api/programmes/beta/rules/task-without-owner', {
      cookie: requests.viewer,
    })
    expect(await beta.json()).toMatchObject({ severity: 'low', changedHere: false, revision: 0 })
  })

  it('are written once when they are sent twice with one key', async () => {
    const { revision } = await requests.read('service-conditional')
    const body = { ...AS_WRITTEN, severity: 'low', reason: 'It is known' }
    const headers = { 'idempotency-key': 'once' }
    const first = await put('service-conditional', body, revision, { headers })
    const rows = await storedRows(requests.service.opened.database)
    const second = await put('service-conditional', body, revision, { headers })
    expect(await second.json()).toEqual(await first.json())
    expect(await storedRows(requests.service.opened.database)).toBe(rows)
  })

  it('are never changed or removed in the database', async () => {
    const { database } = requests.service.opened
    const rows = await storedRows(database)
    await expect(database.execute(sql`update rule_settings set reason = 'other'`)).rejects.toThrow(
      'rule_settings',
    )
    await expect(database.execute(sql`delete from rule_settings`)).rejects.toThrow('rule_settings')
    await expect(database.execute(sql`truncate rule_settings`)).rejects.toThrow('rule_settings')
    expect(await storedRows(database)).toBe(rows)
  })
})

describe('settings are refused and nothing is changed', () => {
  const body = { ...AS_WRITTEN, enabled: false, reason: 'We agreed it' }
  let before: string
  beforeAll(async () => {
    const { revision } = await requests.read('task-without-owner')
    await put('task-without-owner', { ...body, enabled: true, severity: 'medium' }, revision)
  })
  beforeEach(async () => {
    before = await storedRows(requests.service.opened.database)
  })

  async function refused(answer: Response, code: ProblemCode): Promise<Problem> {
    const problem = await expectProblem(answer, code)
    expect(await storedRows(requests.service.opened.database)).toBe(before)
    return problem
  }

  it.each(['person.viewer', 'person.lead-adult', 'person.sro', 'person.secretary'])(
    'from %s',
    async (person) => {
      const cookie = await requests.service.signIn(person)
      await refused(await put('level-without-evidence', body, 0, { cookie }), 'not-allowed')
      const trial = { cookie, json: AS_WRITTEN }
      await refused(
        await requests.service.send(`${RULES}/level-without-evidence/settings/preview`, trial),
        'not-allowed',
      )
    },
  )

  it('without a version, and with the rule as it is now from a stale one', async () => {
    const path = `${RULES}/task-without-owner/settings`
    const answer = await requests.service.send(path, { method: 'PUT', cookie: requests.office, json: body })
    await refused(answer, 'version-required')
    const problem = await refused(await put('task-without-owner', body, 0), 'stale-version')
    expect(RuleDetail.parse(problem.current)).toMatchObject({ severity: 'medium' })
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
    const { revision } = await requests.read('task-overdue')
    const problem = await refused(await put('task-overdue', json, revision), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual([place])
  })

  it('for a rule that is not there', async () => {
    await refused(await put('task-gone', body, 0), 'not-found')
  })
})
