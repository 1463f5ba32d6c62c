import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { verifyJournalIn } from '../journal/verify-journal.ts'
import type { Transaction } from './database.ts'
import { FIRST_HASH, hashOfRow } from './journal.ts'
import { journal } from './schema/index.ts'

let service: TestService
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
})
afterAll(() => service.close())

const read = (programme = 'alpha') =>
  service.context.store.readJournal(programme, { order: 'oldest-first', limit: 100 })

const brokenRow = (programme: string) =>
  service.opened.database.transaction((db) => brokenRowIn(db, programme))

async function brokenRowIn(db: Transaction, programme: string): Promise<number | null> {
  const verified = await verifyJournalIn(db, [])
  return verified.find((candidate) => candidate.programme === programme)?.fault?.seq ?? null
}

async function changeTask(progress: string): Promise<number> {
  const { store } = service.context
  return store.change(
    { programme: 'alpha', actor: 'person.sro', idempotency: null },
    (change) => {
      const [task] = change.before.state.records.task
      if (!task) throw new Error('there is no task')
      const expectedVersion = change.before.versions.get(`task/${task.id}`) ?? null
      change.put('task', { ...task, progress }, { expectedVersion, action: 'task.updated', why: progress })
    },
    ({ after }) => after.seq,
  )
}

describe('the journal', () => {
  it('begins with everything that was loaded, each row linked to the one before', async () => {
    const rows = await read()
    const count = (action: string) => rows.filter((row) => row.action === action).length
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows[0]).toMatchObject({ action: 'programme.added', actor: 'system', prevHash: FIRST_HASH })
    expect([count('membership.added'), count('record.added'), count('flag.raised')]).toEqual([7, 4, 2])
    for (const [index, row] of rows.entries()) {
      expect(row.prevHash).toBe(rows[index - 1]?.hash ?? FIRST_HASH)
      expect(hashOfRow(row, row.prevHash)).toBe(row.hash)
    }
    expect(rows.filter(({ kind }) => kind === 'flag').map(({ cause }) => cause)).toEqual([
      { kind: 'programme', id: 'alpha', title: 'Programme alpha' },
      { kind: 'programme', id: 'alpha', title: 'Programme alpha' },
    ])
    expect(await brokenRow('alpha')).toBeNull()
  })

  it('keeps before and after, who and why', async () => {
    await changeTask('Went well')
    const [row] = await service.context.store.readJournal('alpha', { order: 'newest-first', limit: 1 })
    expect(row).toMatchObject({
      actor: 'person.sro',
      asAt: '2023-03-13',
      kind: 'task',
      recordId: 'alpha.task.adult',
      why: 'Went well',
      before: { progress: null },
      after: { progress: 'Went well' },
    })
  })

  it('has no gap and no fork when many write at once', async () => {
    const before = (await read()).length
    const seqs = await Promise.all(Array.from({ length: 8 }, (_, index) => changeTask(`At once ${index}`)))
    expect(seqs.toSorted((a, b) => a - b)).toEqual(seqs.map((_seq, index) => before + index + 1))
    expect(await brokenRow('alpha')).toBeNull()
  })

  it.each([
    ['altered', sql`update journal set why = 'other' where programme = 'alpha' and seq = 3`],
    ['removed', sql`delete from journal where programme = 'alpha' and seq = 3`],
    ['emptied', sql`truncate journal`],
  ])('cannot be %s', async (_name, statement) => {
    const before = await read()
    await expect(service.opened.database.execute(statement)).rejects.toMatchObject({
      cause: { message: 'the journal is append-only' },
    })
    expect(await read()).toEqual(before)
  })

  it.each([
    ['a changed row', sql`update journal set why = 'other' where programme = 'beta' and seq = 3`, 3],
    ['a missing row', sql`delete from journal where programme = 'beta' and seq = 5`, 5],
    ['a missing end', sql`delete from journal where programme = 'beta' and seq >= 13`, 13],
  ])('shows %s to whoever can get round the guard', async (_name, statement, broken) => {
    let found: number | null = null
    const tampering = service.opened.database.transaction(async (db) => {
      await db.execute(sql`alter table journal disable trigger user`)
      await db.execute(statement)
      found = await brokenRowIn(db, 'beta')
      db.rollback()
    })
    await expect(tampering).rejects.toThrow('Rollback')
    expect(found).toBe(broken)
    expect(await brokenRow('beta')).toBeNull()
  })

  it('undoes a change whole when a part of it fails', async () => {
    const before = await read()
    const failing = service.context.store.change(
      { programme: 'alpha', actor: 'person.sro', idempotency: null },
      (change) =>
        change.note({ action: 'x', kind: 'x', id: 'x', title: 'x', before: null, after: null, why: null }),
      () => {
        throw new Error('no answer')
      },
    )
    await expect(failing).rejects.toThrow('no answer')
    expect(await read()).toEqual(before)
    const rows = await service.opened.database.select().from(journal)
    expect(rows.some(({ action }) => action === 'x')).toBe(false)
  })
})
