import { FlagDetail, Report } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../testing/board.ts'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const FLAG = 'late-task~alpha.task.adult'

let service: TestService
const cookies: Record<string, string> = {}

beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.programme = { ...state.programme, approvals: { acceptance: true, reports: true } }
  state.records.group = [boardOf('alpha.group.board', { chair: 'person.viewer' })]
  const all = { app: null, workstreams: null, groups: null }
  const members = [
    { person: 'person.sro', role: 'sro', ...all },
    { person: 'person.sro', role: 'group-secretary', ...all },
    { person: 'person.secretary', role: 'group-secretary', ...all },
    { person: 'person.programme-office', role: 'sro', ...all },
    { person: 'person.viewer', role: 'group-member', ...all },
    { person: 'person.lead-adult', role: 'group-member', ...all },
  ] as const
  service = await openTestService({ programmes: [{ state, members }] })
  for (const { person } of members) cookies[person] ??= await service.signIn(person)
})
afterAll(() => service.close())

function as(person: string, path: string, options: SendOptions): Promise<Response> {
  return service.send(`/api/programmes/alpha/${path}`, { cookie: cookies[person] ?? '', ...options })
}

describe('accepting a gap where two people are needed', () => {
  const rationale = 'It costs more than it is worth'
  const accept = (person: string, until = '2023-06-30') =>
    decideOnFlag(service, `/api/programmes/alpha/flags/${FLAG}`, {
      cookie: cookies[person] ?? '',
      json: { kind: 'accept', until, rationale },
    })
  const ask = (person: string) =>
    as(person, `flags/${FLAG}/acceptance-requests`, { json: { until: '2023-06-30', rationale } })

  it('needs somebody who asked', async () => {
    await expectProblem(await accept('person.sro'), 'conflict')
  })

  it('is not approved by whoever asked, and not for longer', async () => {
    expect((await ask('person.sro')).status).toBe(201)
    await expectProblem(await accept('person.sro'), 'not-allowed')
    await expectProblem(await accept('person.programme-office', '2023-12-31'), 'invalid-input')
  })

  it('is approved by another SRO, and the journal has both', async () => {
    const flag = FlagDetail.parse(await (await accept('person.programme-office')).json())
    expect(flag.status).toBe('accepted')
    expect(flag.history.slice(0, 2).map(({ event, by }) => [event, by])).toEqual([
      ['accepted', 'Programme office'],
      ['acceptance-requested', 'Senior responsible owner'],
    ])
    const { rows } = await service.opened.pool.query<{ by: string; requested_by: string }>(
      'select by, requested_by from decisions order by id desc limit 1',
    )
    expect(rows[0]).toEqual({ by: 'person.programme-office', requested_by: 'person.sro' })
  })

  it('is asked for anew each time', async () => {
    await expectProblem(await accept('person.sro'), 'conflict')
  })

  it('may not be asked for by somebody who only reads', async () => {
    await expectProblem(await ask('person.viewer'), 'not-allowed')
  })
})

describe('issuing a report where two people are needed', () => {
  let path: string
  let version = 1
  const match = () => ({ method: 'POST', headers: { 'if-match': `"${version}"` } })
  beforeAll(async () => {
    const json = { group: 'alpha.group.board', period: { from: '2023-02-01', to: '2023-02-28' } }
    const { id } = Report.parse(await (await as('person.secretary', 'reports', { json })).json())
    path = `reports/${id}`
  })

  it('needs a signature of the chair or an SRO', async () => {
    const problem = await expectProblem(await as('person.secretary', `${path}/issue`, match()), 'conflict')
    expect(problem.detail).toContain('signed off')
    await expectProblem(await as('person.secretary', `${path}/sign-off`, match()), 'not-allowed')
    await expectProblem(await as('person.lead-adult', `${path}/sign-off`, match()), 'not-allowed')
  })

  it('tells the chair and an SRO that they may, and no other member', async () => {
    const mayOf = async (person: string) => {
      const cookie = cookies[person] ?? ''
      return Report.parse(await (await service.send(`/api/programmes/alpha/${path}`, { cookie })).json())
        .maySignOff
    }
    expect(await mayOf('person.viewer')).toBe(true)
    expect(await mayOf('person.sro')).toBe(true)
    expect(await mayOf('person.lead-adult')).toBeUndefined()
    expect(await mayOf('person.secretary')).toBeUndefined()
  })

  it('is signed off by the chair, and an edit takes that back', async () => {
    const signed = Report.parse(await (await as('person.viewer', `${path}/sign-off`, match())).json())
    expect(signed.signedOffAt).not.toBeNull()
    expect(signed.signedOffBy).toBe('Viewer')
    const edit = { method: 'PATCH', headers: match().headers, json: { title: 'Another title' } }
    const edited = Report.parse(await (await as('person.secretary', path, edit)).json())
    expect(edited.signedOffAt).toBeNull()
    version = edited.version
    const problem = await expectProblem(await as('person.secretary', `${path}/issue`, match()), 'conflict')
    expect(problem.detail).toContain('signed off')
  })

  it('is not issued by whoever signed it off, and is by somebody else', async () => {
    expect((await as('person.sro', `${path}/sign-off`, match())).status).toBe(200)
    await expectProblem(await as('person.sro', `${path}/issue`, match()), 'not-allowed')
    const issued = Report.parse(await (await as('person.secretary', `${path}/issue`, match())).json())
    expect(issued.status).toBe('issued')
  })
})
