import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lateTaskRules, smallProgramme } from '../testing/small-programme.ts'
import type { LoadedProgramme } from './programme.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

const live = smallProgramme('live')
live.programme = { ...live.programme, pinnedTo: null, pinnedBecause: null }
let today = new Date('2023-03-09T12:00:00Z')

let service: TestService
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: live }],
    now: () => today,
  })
})
afterAll(() => service.close())

async function flagsOf(programme: string): Promise<string[]> {
  const { flags } = await service.context.store.readProgramme(programme)
  return [...flags.values()].map(({ subject, status, message }) => `${subject.id} ${status} ${message}`)
}

/** With its maps as lists: what was changed here is layered over what was read. */
function plain({ flags, versions, ...others }: LoadedProgramme) {
  return { ...others, flags: [...flags], versions: [...versions] }
}

describe('the store', () => {
  it('gives the same reading until something changes, and then the change', async () => {
    const { store } = service.context
    const first = await store.readProgramme('alpha')
    expect(await store.readProgramme('alpha')).toBe(first)
    const cookie = await service.signIn('person.lead-adult')
    await service.send('/api/programmes/alpha/tasks/alpha.task.adult', {
      method: 'PATCH',
      cookie,
      json: { progress: 'New' },
      headers: { 'if-match': '"1"' },
    })
    const second = await store.readProgramme('alpha')
    expect(second.seq).toBe(first.seq + 1)
    expect(second.state.records.task[0]?.progress).toBe('New')
    expect(first.state.records.task[0]?.progress).toBeNull()
  })

  it('reads what another instance wrote, in the same order and shape', async () => {
    const other = await openServiceOver(service.opened)
    const [mine, theirs] = await Promise.all([
      service.context.store.readProgramme('alpha'),
      other.context.store.readProgramme('alpha'),
    ])
    expect(plain(theirs)).toEqual(plain(mine))
    await other.context.changes.close()
  })

  it('does not know other programmes', async () => {
    await expect(service.context.store.readProgramme('gamma')).rejects.toMatchObject({ code: 'not-found' })
    const cookie = await service.signIn('person.sro')
    await expectProblem(await service.send('/api/programmes/gamma', { cookie }), 'not-found')
  })

  it('adds a programme once', async () => {
    const before = await service.context.store.readProgramme('alpha')
    expect(await service.context.store.addProgramme(smallProgramme('alpha'), [])).toBe(false)
    expect((await service.context.store.readProgramme('alpha')).seq).toBe(before.seq)
  })

  it('judges a live programme anew when a day has passed, and says that this was why', async () => {
    expect(await flagsOf('live')).toEqual([])
    today = new Date('2023-03-12T12:00:00Z')
    expect(await flagsOf('live')).toEqual([
      'live.task.adult open 2 days late',
      'live.task.children open 2 days late',
    ])
    const [row] = await service.context.store.readJournal('live', { order: 'newest-first', limit: 1 })
    expect(row).toMatchObject({
      action: 'flag.raised',
      actor: 'system',
      asAt: '2023-03-12',
      cause: { kind: 'day', id: '2023-03-12' },
    })
  })

  it('judges a pinned programme by its own day, whatever the day is', async () => {
    expect((await service.context.store.readProgramme('alpha')).asAt).toBe('2023-03-13')
  })

  it('clears and raises flags when rules have changed, with that cause', async () => {
    const gentle = await openServiceOver(service.opened, { rules: { ...lateTaskRules(), judge: () => [] } })
    const { store } = gentle.context
    const effect = await store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Rules changed' })
    expect(effect.cleared).toHaveLength(2)
    const [row] = await store.readJournal('alpha', { order: 'newest-first', limit: 1 })
    expect(row).toMatchObject({ action: 'flag.cleared', actor: 'system', cause: { kind: 'rules' } })
    const again = await store.rejudge('alpha', { kind: 'rules', id: 'rules', title: 'Rules changed' })
    expect(again).toEqual({ cleared: [], raised: [], reopened: [] })
    await gentle.context.changes.close()
  })
})
