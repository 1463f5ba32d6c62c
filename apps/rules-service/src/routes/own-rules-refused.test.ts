import { type Problem, type ProblemCode, RuleDetail } from '@workplan/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lateCases, lateRule } from '../testing/own-rule.ts'
import { openRuleRequests, type RuleRequests } from '../testing/rule-requests.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem } from '../testing/test-service.ts'

const RULES = '/api/programmes/alpha/rules'

let requests: RuleRequests
beforeAll(async () => {
  requests = await openRuleRequests()
})
afterAll(() => requests.service.close())

describe('a change of an own rule is refused and nothing is changed', () => {
  let rule: RuleDetail
  let before: string
  beforeAll(async () => {
    rule = await requests.begin({ title: 'Refusals' })
    await requests.publish(await requests.begin({ title: 'Published' }))
  })
  beforeEach(async () => {
    before = await storedRows(requests.service.opened.database)
  })

  async function refused(answer: Response, code: ProblemCode): Promise<Problem> {
    const problem = await expectProblem(answer, code)
    expect(await storedRows(requests.service.opened.database)).toBe(before)
    return problem
  }

  it('from everybody but the programme office', async () => {
    const json = { document: lateRule, cases: lateCases }
    for (const person of ['person.viewer', 'person.lead-adult', 'person.sro', 'person.secretary']) {
      const cookie = await requests.service.signIn(person)
      await refused(await requests.write('', null, { json, cookie }), 'not-allowed')
      await refused(await requests.write('/check', null, { json, cookie }), 'not-allowed')
      await refused(await requests.write('/try', null, { json, cookie }), 'not-allowed')
      await refused(
        await requests.write(`/${rule.id}`, rule.revision, { method: 'PUT', json, cookie }),
        'not-allowed',
      )
      const reason = { json: { reason: 'x' }, cookie }
      await refused(await requests.write(`/${rule.id}/publish`, rule.revision, reason), 'not-allowed')
      await refused(await requests.write(`/${rule.id}/end`, rule.revision, reason), 'not-allowed')
    }
  })

  it('from a stale revision, with the rule as it is now', async () => {
    const json = { document: lateRule, cases: lateCases }
    const stale = rule.revision - 1
    const put = await requests.write(`/${rule.id}`, stale, { method: 'PUT', json })
    const problem = await refused(put, 'stale-version')
    expect(RuleDetail.parse(problem.current).revision).toBe(rule.revision)
    const reason = { json: { reason: 'x' } }
    await refused(await requests.write(`/${rule.id}/publish`, stale, reason), 'stale-version')
    await refused(await requests.write(`/${rule.id}/end`, stale, reason), 'stale-version')
    await refused(await requests.write(`/${rule.id}/draft`, stale, { method: 'DELETE' }), 'stale-version')
    await refused(await requests.write(`/${rule.id}`, null, { method: 'PUT', json }), 'version-required')
  })

  it.each([
    ['without a title', { document: { ...lateRule, title: ' ' }, cases: lateCases }, 'document.title'],
    [
      'with an unknown field',
      { document: { ...lateRule, until: '2023-04-01' }, cases: lateCases },
      'document',
    ],
    [
      'with a kind that does not exist',
      { document: { ...lateRule, subject: 'person' }, cases: lateCases },
      'document.subject',
    ],
    [
      'with a case that says nothing',
      { document: lateRule, cases: [{ name: 'x', facts: {} }] },
      'cases.0.flags',
    ],
    ['with an id of its own', { document: lateRule, cases: lateCases, id: 'task-overdue' }, ''],
  ])('%s', async (_what, json, place) => {
    const problem = await refused(await requests.write('', null, { json }), 'invalid-input')
    expect(problem.errors?.map(({ path }) => path)).toEqual([place])
  })

  it('nested beyond all reason', async () => {
    const deep = `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`
    const body = JSON.stringify({ document: { ...lateRule, when: null }, cases: lateCases }).replace(
      '"when":null',
      `"when":${deep}`,
    )
    for (const path of ['', '/check', '/try']) {
      const answer = await requests.service.app.request(`${RULES}${path}`, {
        method: 'POST',
        headers: { cookie: requests.office, 'content-type': 'application/json' },
        body,
      })
      const problem = await refused(answer, 'invalid-input')
      expect(problem.errors).toMatchObject([{ path: 'document.when' }])
    }
  })

  it('for rules of the pack, and settings for own ones', async () => {
    const json = { document: lateRule, cases: lateCases }
    await refused(await requests.write('/task-overdue', 0, { method: 'PUT', json }), 'conflict')
    await refused(await requests.write('/task-overdue/end', 0, { json: { reason: 'x' } }), 'conflict')
    const settings = { enabled: false, severity: null, thresholds: {}, reason: 'x' }
    const put = await requests.write(`/${rule.id}/settings`, rule.revision, { method: 'PUT', json: settings })
    await refused(put, 'conflict')
    await refused(await requests.write('/own.gone/publish', 0, { json: { reason: 'x' } }), 'not-found')
  })

  it('when there is nothing to publish, end or discard', async () => {
    await refused(
      await requests.write(`/${rule.id}/end`, rule.revision, { json: { reason: 'x' } }),
      'conflict',
    )
    const { revision } = await requests.read('own.published')
    const published = '/own.published'
    await refused(
      await requests.write(`${published}/publish`, revision, { json: { reason: 'x' } }),
      'conflict',
    )
    await refused(await requests.write(`${published}/draft`, revision, { method: 'DELETE' }), 'conflict')
  })
})
