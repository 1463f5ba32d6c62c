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
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }, { state: live }],
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

  it('reads what is there after the database was put back, whatever it knew', async () => {
    const { store } = service.context
    const putBack = async (title: string, head: string) => {
      await service.opened.database.execute(`
        update records set data = jsonb_set(data, '{title}', '"${title}"') where id = 'beta.task.adult';
        update journal_heads set ${head} where programme = 'beta'`)
      const { state, seq } = await store.readProgramme('beta')
      return { title: state.records.task.find(({ id }) => id === 'beta.task.adult')?.title, seq }
    }
    const { seq } = await store.readProgramme('beta')
    expect(await putBack('Other', `hash = repeat('a', 64)`)).toEqual({ title: 'Other', seq })
    const earlier = `seq = seq - 1, hash = repeat('b', 64)`
    expect(await putBack('Earlier', earlier)).toEqual({ title: 'Earlier', seq: seq - 1 })
    const onwards = `seq = seq + 1, hash = repeat('c', 64)`
    expect(await putBack('Onwards', onwards)).toEqual({ title: 'Onwards', seq })
  })

  it('goes forward in time although the clock was put back', async () => {
    const cookie = await service.signIn('person.lead-adult')
    const { versions } = await service.context.store.readProgramme('alpha')
    today = new Date(today.getTime() - 3_600_000)
    await service.send('/api/programmes/alpha/tasks/alpha.task.adult', {
      method: 'PATCH',
      cookie,
      json: { progress: 'An hour ago' },
      headers: { 'if-match': `"${versions.get('task/alpha.task.adult')}"` },
    })
    const rows = await service.context.store.readJournal('alpha', { order: 'newest-first', limit: 2 })
    const [last, before] = rows.map(({ at }) => at.getTime())
    expect(rows[0]?.after).toMatchObject({ progress: 'An hour ago' })
    expect(last).toBeGreaterThanOrEqual(before ?? Infinity)
    today = new Date(today.getTime() + 3_600_000)
  })

  it('names the people of a past moment as they are called today', async () => {
    const { store } = service.context
    const named = async () => {
      const { programme } = await store.readAsAt('alpha', today.toISOString())
      return programme.people.get('person.sro')?.name
    }
    const before = await named()
    expect(before).toEqual(expect.any(String))
    await service.opened.database.execute(`update people set name = 'Somebody' where id = 'person.sro'`)
    expect(await named()).toBe('Somebody')
    await service.opened.database.execute(`update people set name = '${before}' where id = 'person.sro'`)
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
