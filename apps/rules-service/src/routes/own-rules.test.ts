import { RuleSaved } from '@workplan/domain'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fewRules } from '../testing/judged-programme.ts'
import { lateCases, lateRule } from '../testing/own-rule.ts'
import { openRuleRequests, type RuleRequests } from '../testing/rule-requests.ts'
import { expectProblem, openServiceOver } from '../testing/test-service.ts'

const RULES = '/api/programmes/alpha/rules'

let requests: RuleRequests
beforeAll(async () => {
  requests = await openRuleRequests()
})
afterAll(() => requests.service.close())

describe('an own rule', () => {
  it('begins as a draft that judges nothing, under an id of its own for good', async () => {
    const rule = await requests.begin({ when: null })
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
    expect(rule.draft?.document.title).toBe(lateRule.title)
    const again = await requests.begin()
    expect(again.id).toBe('own.children-s-task-that-is-2')
    const [entry] = await requests.journal(1)
    expect(entry).toMatchObject({ action: 'rule.drafted', record: { kind: 'rule', id: again.id } })
    const problem = await expectProblem(
      await requests.write(`/${rule.id}/publish`, rule.revision, { json: { reason: 'x' } }),
      'conflict',
    )
    expect(problem.errors?.map(({ path }) => path)).toContain('when')
  })

  it('is shown without a link while its address is none of a page', async () => {
    for (const [url, shown] of [
      ['javascript:alert(1)', null],
      ['https://example.org/minutes', 'https://example.org/minutes'],
    ] as const)
      expect((await requests.begin({ source: { ...lateRule.source, url } })).source.url).toBe(shown)
  })

  it('raises flags when it is published, with a row of the journal for the rule and each flag', async () => {
    const { item, flags } = await requests.publish(await requests.begin({ title: 'Late by three days' }))
    expect(item).toMatchObject({
      id: 'own.late-by-three-days',
      state: 'in-force',
      version: 1,
      flagsOpen: 2,
      hasDraft: false,
    })
    expect(item.published?.cases).toEqual(lateCases)
    expect(item.workedCases.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'does-not-hold',
      'not-assessable',
    ])
    expect(flags.raised.map(({ id }) => id)).toEqual([
      'own.late-by-three-days~alpha.task.adult',
      'own.late-by-three-days~alpha.task.children',
    ])
    const entries = await requests.journal(3)
    expect(entries.map(({ action }) => action)).toEqual(['flag.raised', 'flag.raised', 'rule.published'])
    expect(entries[2]).toMatchObject({ by: 'Programme office', why: 'Agreed in March' })
    expect(await requests.flagOf('own.late-by-three-days')).toMatchObject({
      ruleVersion: 1,
      judgedByVersion: 1,
      why: lateRule.why,
      source: { framework: 'Decision of the board', url: null },
      history: [{ event: 'raised', cause: { kind: 'rule', id: 'own.late-by-three-days' } }],
    })
  })

  it('keeps the version that raised a flag when a newer one still holds, and clears where it does not', async () => {
    const first = await requests.publish(await requests.begin({ title: 'Second version' }))
    const { id } = first.item
    const draft = await requests.saveDraft(first.item, {
      title: 'Second version',
      message: 'Late by {daysLate}',
    })
    expect(draft).toMatchObject({ state: 'in-force', version: 1, hasDraft: true, message: lateRule.message })
    expect((await requests.flagOf(id)).message).toBe('It is 3 days late')
    const second = await requests.publish(draft)
    expect(second.item.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ])
    expect(second.flags.changed).toHaveLength(2)
    expect(await requests.flagOf(id)).toMatchObject({
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
    const cases = [
      { name: 'blocked', facts: { daysLate: 3, status: 'blocked' }, flags: true },
      { name: 'at the edge', facts: { daysLate: 2.5, status: 'blocked' }, flags: false },
    ]
    const third = await requests.publish(await requests.saveDraft(second.item, strict, cases))
    expect(third.flags.cleared).toHaveLength(2)
    expect(await requests.flagOf(id)).toMatchObject({ status: 'cleared', ruleVersion: 1, judgedByVersion: 2 })
  })

  it('ends: its flags clear, its id is kept, and it is not published again', async () => {
    const { item } = await requests.publish(await requests.begin({ title: 'Ends' }))
    await requests.saveDraft(item, { title: 'Ends' })
    const { revision } = await requests.read('own.ends')
    const early = { reason: 'x', until: '2023-03-01' }
    await expectProblem(await requests.write('/own.ends/end', revision, { json: early }), 'invalid-input')
    const answer = await requests.write('/own.ends/end', revision, { json: { reason: 'No longer needed' } })
    const ended = RuleSaved.parse(await answer.json())
    expect(ended.flags.cleared).toHaveLength(2)
    expect(ended.item).toMatchObject({
      state: 'ended',
      until: '2023-03-12',
      flagsOpen: 0,
      draft: null,
      versions: [{ version: 1, ended: { by: 'Programme office', reason: 'No longer needed' } }],
    })
    expect((await requests.flagOf('own.ends')).history[0]?.cause).toMatchObject({
      kind: 'rule',
      id: 'own.ends',
    })
    const json = { document: { ...lateRule, title: 'Ends' }, cases: lateCases }
    const again = await requests.write('/own.ends', ended.item.revision, { method: 'PUT', json })
    await expectProblem(again, 'conflict')
    expect((await requests.begin({ title: 'Ends' })).id).toBe('own.ends-2')
  })

  it('that ends on a later day stays in force until then', async () => {
    const { item } = await requests.publish(await requests.begin({ title: 'Ends later' }))
    const json = { reason: 'After the review', until: '2023-03-31' }
    const answer = await requests.write('/own.ends-later/end', item.revision, { json })
    const ended = RuleSaved.parse(await answer.json())
    expect(ended.item).toMatchObject({ state: 'in-force', until: '2023-03-31', flagsOpen: 2 })
  })

  it('loses its draft when that is discarded, and is gone when it was never published', async () => {
    const { id, revision } = await requests.begin({ title: 'Thrown away' })
    const answer = await requests.write(`/${id}/draft`, revision, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    await expectProblem(
      await requests.service.send(`${RULES}/${id}`, { cookie: requests.viewer }),
      'not-found',
    )
    const [entry] = await requests.journal(1)
    expect(entry).toMatchObject({ action: 'rule.draft-discarded', record: { id } })
    const published = await requests.publish(await requests.begin({ title: 'Kept' }))
    const draft = await requests.saveDraft(published.item, { title: 'Kept, but other' })
    const kept = await requests.write('/own.kept/draft', draft.revision, { method: 'DELETE' })
    expect(kept.status).toBe(204)
    const now = await requests.read('own.kept')
    expect(now).toMatchObject({ hasDraft: false, title: 'Kept', revision: published.item.revision })
  })

  it('is read and judged the same by another instance', async () => {
    const other = await openServiceOver(requests.service.opened, { rules: fewRules() })
    const effect = await other.context.store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    expect(effect).toEqual({ cleared: [], raised: [], reopened: [] })
    const theirs = await other.context.store.readProgramme('alpha')
    const mine = await requests.service.context.store.readProgramme('alpha')
    await other.context.changes.close()
    expect(theirs.programmeRules).toEqual(mine.programmeRules)
  })

  it('that this version cannot read any more judges nothing, and is shown as such', async () => {
    await requests.publish(await requests.begin({ title: 'Of another time' }))
    const { database } = requests.service.opened
    await database.execute(sql`alter table programme_rules disable trigger programme_rules_frozen`)
    await database.execute(sql`
      update programme_rules set document = jsonb_set(document, '{when}', '{"fact":"gone","operator":"equal","value":1}')
      where id = 'own.of-another-time'`)
    await database.execute(sql`alter table programme_rules enable trigger programme_rules_frozen`)
    const later = await openServiceOver(requests.service.opened, { rules: fewRules() })
    const { store } = later.context
    const effect = await store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Start' })
    expect(effect.cleared).toHaveLength(2)
    const answer = await later.send(`${RULES}/own.of-another-time`, { cookie: requests.viewer })
    await later.context.changes.close()
    expect(await answer.json()).toMatchObject({ state: 'does-not-fit', conditions: null, flagsOpen: 0 })
  })

  it('is never changed in the database once it is published', async () => {
    await requests.publish(await requests.begin({ title: 'Frozen' }))
    const { database } = requests.service.opened
    const change = sql`update programme_rules set cases = '[]' where id = 'own.frozen'`
    await expect(database.execute(change)).rejects.toThrow('programme_rules')
    await expect(database.execute(sql`delete from programme_rules where id = 'own.frozen'`)).rejects.toThrow(
      'programme_rules',
    )
  })
})
