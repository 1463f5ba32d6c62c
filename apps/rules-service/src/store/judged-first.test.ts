import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../rules.ts'
import { lateTaskRules, smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { createStore } from './create-store.ts'
import { judgeAll, judgedFirst } from './judged-first.ts'
import type { Store } from './store.ts'

/** Rules of a later version, by which nothing is late. */
const kinderRules: Rules = { ...lateTaskRules(), judge: () => [] }
const log = { warn: () => undefined }

let service: TestService
let later: Store
beforeEach(async () => {
  const programmes = ['alpha', 'beta', 'gamma'].map((id) => ({ state: smallProgramme(id) }))
  service = await openTestService({ programmes })
  const { database, now } = service.context
  later = judgedFirst(createStore({ database, rules: kinderRules, now }))
})
afterEach(() => service.close())

const rowsOf = (programme: string) =>
  service.context.store.readJournal(programme, { order: 'newest-first', limit: 2 })

const openFlags = async (programme: string) =>
  [...(await service.context.store.readProgramme(programme)).flags.values()].filter(
    ({ status }) => status !== 'cleared',
  ).length

const note = (store: Store, programme: string) =>
  store.change(
    { programme, actor: 'person.sro', idempotency: null },
    (change) =>
      change.note({ action: 'x', kind: 'x', id: 'x', title: 'x', before: null, after: null, why: null }),
    ({ after }) => after.seq,
  )

describe('a programme after a start with other rules', () => {
  it('is judged by them when it is first read, and nothing else is', async () => {
    const { flags } = await later.readProgramme('alpha')
    expect([...flags.values()].map(({ status }) => status)).toEqual(['cleared', 'cleared'])
    expect((await rowsOf('alpha'))[0]).toMatchObject({ actor: 'system', cause: { kind: 'rules' } })
    expect(await openFlags('beta')).toBe(2)
  })

  it('is judged by them before a change, which does not count as the cause', async () => {
    const seq = await note(later, 'alpha')
    const [own, before] = await rowsOf('alpha')
    expect(own).toMatchObject({ seq, action: 'x', actor: 'person.sro' })
    expect(before).toMatchObject({ action: 'flag.cleared', actor: 'system', cause: { kind: 'rules' } })
  })

  it('is judged once, however many ask at the same time', async () => {
    await Promise.all([later.readProgramme('alpha'), later.readProgramme('alpha'), note(later, 'alpha')])
    const rows = await service.context.store.readJournal('alpha', { order: 'newest-first', limit: 50 })
    expect(rows.filter(({ action }) => action === 'flag.cleared')).toHaveLength(2)
  })

  it('is not found when there is none, and can be added then', async () => {
    await expect(later.readProgramme('delta')).rejects.toMatchObject({ code: 'not-found' })
    expect(await later.addProgramme(smallProgramme('delta'), [])).toBe(true)
    expect((await later.readProgramme('delta')).state.programme.id).toBe('delta')
  })

  it('is judged also when nobody asks for it', async () => {
    await judgeAll(later, new AbortController().signal, log)
    expect(await Promise.all(['alpha', 'beta', 'gamma'].map(openFlags))).toEqual([0, 0, 0])
  })

  it('is left when the service stops', async () => {
    await judgeAll(later, AbortSignal.abort(), log)
    expect(await Promise.all(['alpha', 'beta', 'gamma'].map(openFlags))).toEqual([2, 2, 2])
  })
})
