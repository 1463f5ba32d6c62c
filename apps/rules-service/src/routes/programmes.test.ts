import { ProgrammeView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationMembers } from '../demonstration/demonstration-people.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService
let outsider: string
let member: string

beforeAll(async () => {
  service = await openTestService({
    programmes: [
      { state: smallProgramme('alpha'), members: demonstrationMembers },
      {
        state: smallProgramme('beta'),
        members: demonstrationMembers.filter(({ person }) => person !== 'person.programme-office'),
      },
    ],
  })
  outsider = await service.signIn('person.programme-office')
  member = await service.signIn('person.sro')
})
afterAll(() => service.close())

describe('a programme', () => {
  it('is listed for its members', async () => {
    const ofMember = await (await service.send('/api/programmes', { cookie: member })).json()
    expect(ofMember).toMatchObject({ items: [{ id: 'alpha' }, { id: 'beta' }], next: null })
    const ofOutsider = await (await service.send('/api/programmes', { cookie: outsider })).json()
    expect(ofOutsider).toMatchObject({ items: [{ id: 'alpha' }], next: null })
    await expectProblem(await service.send('/api/programmes'), 'not-signed-in')
  })

  it('shows its workstreams, frameworks, people and open flags', async () => {
    const answer = await service.send('/api/programmes/alpha', { cookie: member })
    const view = ProgrammeView.parse(await answer.json())
    expect(view).toMatchObject({
      asAt: '2023-03-13',
      pinned: true,
      openFlags: { high: 0, medium: 2, low: 0 },
      frameworks: [{ id: 'framework.ambitions-2021-2026' }],
      workstreamList: [
        { id: 'alpha.ws.adult', app: 'adult', tasks: 1, openFlags: 1 },
        { id: 'alpha.ws.children', app: 'children', tasks: 1, openFlags: 1 },
      ],
    })
    expect(view.people).toHaveLength(7)
  })
})

describe('a programme of others', () => {
  const ofBeta = [
    '/api/programmes/beta',
    '/api/programmes/beta/tasks',
    '/api/programmes/beta/tasks/beta.task.adult',
    '/api/programmes/beta/journal',
    '/api/programmes/beta/events',
    '/api/programmes/beta/flags',
    '/api/programmes/beta/flags/late-task~beta.task.adult',
    '/api/programmes/beta/duties',
    '/api/programmes/beta/requirements',
    '/api/programmes/beta/groups',
    '/api/programmes/beta/reports',
    '/api/programmes/beta/records/task/beta.task.adult',
  ]
  it.each(ofBeta)('%s answers as if it did not exist', async (path) => {
    const theirs = await expectProblem(await service.send(path, { cookie: outsider }), 'not-found')
    const none = await service.send(path.replaceAll('beta', 'gamma'), { cookie: outsider })
    const unknown = await expectProblem(none, 'not-found')
    expect({ ...theirs, requestId: '' }).toEqual({ ...unknown, requestId: '' })
  })

  it('cannot be changed', async () => {
    const before = await storedRows(service.opened.database)
    const headers = { 'if-match': '"1"' }
    const json = { status: 'done' }
    for (const path of [
      '/api/programmes/beta/tasks/beta.task.adult',
      '/api/programmes/alpha/tasks/beta.task.adult',
    ]) {
      const answer = await service.send(path, { method: 'PATCH', cookie: outsider, json, headers })
      await expectProblem(answer, 'not-found')
    }
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it('lends nothing to a programme it is no part of', async () => {
    const text = await (await service.send('/api/programmes/alpha/tasks', { cookie: outsider })).text()
    expect(text).not.toContain('beta')
  })
})
