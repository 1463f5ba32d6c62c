import { FlagDetail } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideOnFlag } from '../testing/decide-on-flag.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { programmes } from './schema/index.ts'

const live = smallProgramme('live')
live.programme = { ...live.programme, pinnedTo: null, pinnedBecause: null }
let today = new Date('2023-03-13T12:00:00Z')

let service: TestService
let sro: string
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: live }],
    now: () => today,
  })
  sro = await service.signIn('person.sro')
})
afterAll(() => service.close())

function flagPath(programme: string): string {
  return `/api/programmes/${programme}/flags/late-task~${programme}.task.adult`
}

async function accept(programme: string, until: string): Promise<void> {
  const json = { kind: 'accept', until, rationale: 'It waits for the new team' }
  const answer = await decideOnFlag(service, flagPath(programme), { cookie: sro, json })
  expect(answer.status).toBe(200)
}

async function readFlag(programme: string, from = service): Promise<FlagDetail> {
  return FlagDetail.parse(await (await from.send(flagPath(programme), { cookie: sro })).json())
}

describe('an acceptance that runs out', () => {
  it('opens the flag of a live programme again on the first reading of the next day, and says why', async () => {
    await accept('live', '2023-03-14')
    today = new Date('2023-03-14T12:00:00Z')
    expect((await readFlag('live')).status).toBe('accepted')
    today = new Date('2023-03-15T00:30:00Z')
    const flag = await readFlag('live')
    expect(flag).toMatchObject({ status: 'open', raisedOn: '2023-03-13' })
    expect(flag.history[0]).toMatchObject({
      event: 'reopened',
      on: '2023-03-15',
      by: null,
      why: 'The acceptance until 14 March 2023 has run out',
      cause: { kind: 'day', id: '2023-03-15' },
    })
    expect(flag.history.map(({ event }) => event)).toContain('accepted')
  })

  it('can be followed by another, and happens once', async () => {
    await accept('live', '2023-03-20')
    today = new Date('2023-03-21T12:00:00Z')
    await readFlag('live')
    const again = await readFlag('live')
    expect(again.history.filter(({ event }) => event === 'reopened')).toHaveLength(2)
  })

  it('does not undo what was decided after it', async () => {
    await accept('live', '2023-03-24')
    const json = { kind: 'dispute', rationale: 'The date is wrong' }
    await decideOnFlag(service, flagPath('live'), { cookie: sro, json })
    today = new Date('2023-03-27T12:00:00Z')
    expect((await readFlag('live')).status).toBe('disputed')
  })

  it('opens the flag of a pinned programme again when its own day has gone on, and not before', async () => {
    await accept('alpha', '2023-03-20')
    expect((await readFlag('alpha')).status).toBe('accepted')
    const { database } = service.opened
    const data = { ...smallProgramme('alpha').programme, pinnedTo: '2023-03-21' }
    await database.update(programmes).set({ data }).where(eq(programmes.id, 'alpha'))
    const later = await openServiceOver(service.opened)
    const flag = await readFlag('alpha', later)
    await later.context.changes.close()
    expect(flag.status).toBe('open')
    expect(flag.history[0]).toMatchObject({ event: 'reopened', on: '2023-03-21', cause: { kind: 'day' } })
  })
})
