import {
  CommentView,
  GroupSaved,
  Report,
  ReportSummary,
  ReportWriting,
  SectionOwnerView,
} from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../testing/board.ts'
import { changeFirstTask } from '../testing/full-programme.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const BOARD = 'alpha.group.board'

let service: TestService
const cookies: Record<string, string> = {}

beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.records.group = [boardOf(BOARD)]
  service = await openTestService({ programmes: [{ state }] })
  for (const person of ['person.secretary', 'person.programme-office', 'person.viewer'])
    cookies[person] = await service.signIn(person)
})
afterAll(() => service.close())

function send(path: string, method: string, sent: { json?: unknown; version?: number; as?: string } = {}) {
  return service.send(`/api/programmes/alpha/${path}`, {
    method,
    cookie: cookies[sent.as ?? 'person.secretary'] ?? '',
    ...(sent.json !== undefined && { json: sent.json }),
    ...(sent.version !== undefined && { headers: { 'if-match': `"${sent.version}"` } }),
  })
}

/** A year of its own for each draft. */
let year = 2000
async function draft(): Promise<Report> {
  year += 1
  const json = { group: BOARD, period: { from: `${year}-01-01`, to: `${year}-12-31` } }
  return Report.parse(await (await send('reports', 'POST', { json })).json())
}

async function edit({ id, version }: Report, json: unknown, as?: string): Promise<Report> {
  const answer = await send(`reports/${id}`, 'PATCH', { json, version, ...(as && { as }) })
  expect(answer.status).toBe(200)
  return Report.parse(await answer.json())
}

async function writingOf({ id }: { id: string }): Promise<ReportWriting> {
  return ReportWriting.parse(await (await send(`reports/${id}/writing`, 'GET')).json())
}

describe('the changes of a draft', () => {
  it('are told by section, newest first, with who made them', async () => {
    const first = await draft()
    const { summary } = first.content.narrative
    const second = await edit(first, { narrative: { summary: 'All is well.' } })
    const third = await edit(
      second,
      { narrative: { summary: 'All is well, nearly.' } },
      'person.programme-office',
    )
    await edit(third, { narrative: { next: 'Go on.' } })
    const { edits } = await writingOf(first)
    expect(edits.map(({ by, section, before, after }) => [by, section, before, after])).toEqual([
      ['Governance group secretary', 'next', first.content.narrative.next, 'Go on.'],
      ['Programme office', 'summary', 'All is well.', 'All is well, nearly.'],
      ['Governance group secretary', 'summary', summary, 'All is well.'],
    ])
  })

  it('say what the last refresh changed, and still do after the next edit', async () => {
    const first = await draft()
    expect((await writingOf(first)).refreshed).toBeNull()
    await service.context.store.change(
      { programme: 'alpha', actor: 'system', idempotency: null },
      ({ before, put }) => {
        const [task] = before.state.records.task
        if (!task) throw new Error('there is no task')
        const expectedVersion = before.versions.get(`task/${task.id}`) ?? null
        const next = { ...task, nextStep: 'Ask the trust', due: '2023-03-20' }
        put('task', next, { expectedVersion, action: 'task.updated', why: null })
      },
      () => null,
    )
    const fresh = await edit(first, { refresh: true })
    await edit(fresh, { narrative: { summary: 'Written after it.' } })
    const { refreshed } = await writingOf(first)
    expect(refreshed).toMatchObject({ by: 'Governance group secretary', at: fresh.content.refreshedAt })
    expect(refreshed?.figures.find(({ list }) => list === 'late')?.gone).toEqual(['Work for adult of alpha'])
  })

  it('are there for whoever may read the draft, and of no report that is not there', async () => {
    const { id } = await draft()
    expect((await send(`reports/${id}/writing`, 'GET', { as: 'person.viewer' })).status).toBe(200)
    await expectProblem(await send('reports/alpha.report.999/writing', 'GET'), 'not-found')
  })
})

describe('the owner of a section', () => {
  const named = (id: string, owner: string | null, version: number, as?: string) =>
    send(`reports/${id}/owners`, 'PUT', {
      json: { section: 'summary', owner },
      version,
      ...(as && { as }),
    })

  it('is named, changed and taken away, each from the version that was seen', async () => {
    const { id, version } = await draft()
    const owner = SectionOwnerView.parse(await (await named(id, 'person.sro', 0)).json())
    expect(owner).toMatchObject({ owner: { id: 'person.sro', name: 'Senior responsible owner' }, version: 1 })
    const stale = await expectProblem(await named(id, 'person.viewer', 0), 'stale-version')
    expect(stale.current).toEqual(owner)
    expect((await named(id, null, 1)).status).toBe(200)
    const [summary] = (await writingOf({ id })).owners
    expect(summary).toEqual({ section: 'summary', owner: null, version: 2 })
    // The text is written all the same: who owns a section is not part of the report.
    expect(
      (await edit({ ...(await draft()), id, version }, { narrative: { summary: 'Words' } })).version,
    ).toBe(2)
  })

  it('is a member of the programme, and named by whoever may change the draft', async () => {
    const { id } = await draft()
    await expectProblem(await named(id, 'person.nobody', 0), 'invalid-input')
    await expectProblem(await named(id, 'person.viewer', 0, 'person.viewer'), 'not-allowed')
  })
})

describe('a comment on a section', () => {
  const say = (id: string, json: object = {}) =>
    send('comments', 'POST', {
      json: { about: { kind: 'report-section', id: `${id}:summary` }, text: 'Too long', ...json },
    })
  const resolve = ({ comment, version }: CommentView, resolved: boolean, as?: string) =>
    send(`comments/${comment.id}/resolution`, 'POST', { json: { resolved }, version, ...(as && { as }) })

  it('stands against issue until somebody has dealt with it', async () => {
    const begun = await draft()
    const fresh = await edit(begun, { refresh: true, narrative: { summary: 'Schedule, workforce' } })
    const said = CommentView.parse(await (await say(begun.id)).json())
    const checks = async () =>
      Report.parse(await (await send(`reports/${begun.id}`, 'GET')).json()).checks.map(
        ({ message }) => message,
      )
    expect(await checks()).toContain('1 comment on summary is not dealt with.')
    await expectProblem(
      await send(`reports/${begun.id}/issue`, 'POST', { version: fresh.version }),
      'conflict',
    )
    await expectProblem(await resolve(said, true, 'person.viewer'), 'not-allowed')
    const dealtWith = CommentView.parse(await (await resolve(said, true)).json())
    expect(dealtWith.comment.resolved?.by).toBe('person.secretary')
    expect(await checks()).toEqual([])
    await expectProblem(await resolve(said, false), 'stale-version')
    expect((await resolve(dealtWith, false)).status).toBe(200)
    expect(await checks()).toHaveLength(1)
  })

  it('is said of a section that there is, of a draft', async () => {
    const { id, version } = await draft()
    const about = { kind: 'report-section', id: `${id}:nothing` }
    await expectProblem(await say(id, { about }), 'not-found')
    await expectProblem(await say('alpha.report.999'), 'not-found')
    const said = CommentView.parse(await (await say(id)).json())
    await send(`reports/${id}/withdraw`, 'POST', { json: { reason: 'By mistake' }, version })
    await expectProblem(await say(id), 'conflict')
    const reworded = { json: { text: 'Said otherwise.' }, version: said.version }
    await expectProblem(await send(`comments/${said.comment.id}`, 'PATCH', reworded), 'conflict')
  })
})

describe('withdrawing a draft', () => {
  const withdraw = ({ id, version }: Pick<Report, 'id' | 'version'>) =>
    send(`reports/${id}/withdraw`, 'POST', { json: { reason: 'Begun by mistake' }, version })

  it('keeps it on record, and nothing changes it any more', async () => {
    const begun = await draft()
    const withdrawn = ReportSummary.parse(await (await withdraw(begun)).json())
    expect(withdrawn).toMatchObject({ id: begun.id, status: 'withdrawn', number: null })
    const later = { version: withdrawn.version }
    await expectProblem(await send(`reports/${begun.id}/issue`, 'POST', later), 'conflict')
    await expectProblem(
      await send(`reports/${begun.id}/corrections`, 'POST', { json: { reason: 'Wrong' } }),
      'conflict',
    )
    await expectProblem(await withdraw({ ...begun, ...later }), 'conflict')
  })

  it('is refused for an issued report, which stays as it is', async () => {
    const { id } = await draft()
    await changeFirstTask(service.context.store, 'alpha', 'Something was said')
    const begun = Report.parse(await (await send(`reports/${id}`, 'GET')).json())
    const fresh = await edit(begun, { refresh: true, narrative: { summary: 'Schedule' } })
    const issued = Report.parse(
      await (await send(`reports/${id}/issue`, 'POST', { version: fresh.version })).json(),
    )
    await expectProblem(await withdraw(issued), 'conflict')
    expect(Report.parse(await (await send(`reports/${id}`, 'GET')).json())).toEqual(issued)
  })

  it('lets the group be retired', async () => {
    const office = { as: 'person.programme-office' }
    const added = await send('groups', 'POST', {
      ...office,
      json: {
        ...{ name: 'Short-lived', kind: 'themed', state: 'active', reportsTo: [], chair: null },
        ...{ endsOn: null, reports: null, reason: 'For tests' },
      },
    })
    const { item } = GroupSaved.parse(await added.json())
    const json = { group: item.id, period: { from: '2023-01-01', to: '2023-01-31' } }
    const begun = Report.parse(await (await send('reports', 'POST', { json })).json())
    const retire = () =>
      send(`groups/${item.id}/retire`, 'POST', {
        ...office,
        json: { endedOn: '2023-03-01', successor: null, reason: 'For tests' },
        version: item.version,
      })
    await expectProblem(await retire(), 'conflict')
    expect((await withdraw(begun)).status).toBe(200)
    expect((await retire()).status).toBe(200)
  })
})
