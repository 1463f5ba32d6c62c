import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import type { Transaction } from './database.ts'
import { sendAhead, sendInLots } from './transaction.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase()
  await opened.database.execute(sql`create table numbers (number integer primary key)`)
})
beforeEach(() => opened.database.execute(sql`truncate numbers`))
afterAll(() => opened.close())

const add = (db: Transaction, ...numbers: number[]) =>
  db.execute(sql`insert into numbers select * from unnest(${sql.param(numbers)}::integer[])`)

async function numbers(db: Pick<Transaction, 'execute'> = opened.database): Promise<number[]> {
  const { rows } = await db.execute<{ number: number }>(sql`select number from numbers order by number`)
  return rows.map(({ number }) => number)
}

/** The SQLSTATE with which something failed, or its message when it has none. */
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: Error) => (error.cause as { code?: string } | undefined)?.code ?? error.message,
  )

describe('a query that is sent ahead', () => {
  it('is done before what is asked next, and in the order in which it was sent', async () => {
    const seen = await opened.database.transaction((db) => {
      sendAhead(db, add(db, 1))
      sendAhead(db, db.execute(sql`update numbers set number = number * 10`))
      sendAhead(db, add(db, 2))
      return numbers(db)
    })
    expect(seen).toEqual([2, 10])
    expect(await numbers()).toEqual([2, 10])
  })

  it('undoes the transaction when it fails after the work is done', async () => {
    const work = opened.database.transaction((db) => {
      sendAhead(db, add(db, 1))
      sendAhead(db, add(db, 1))
      return Promise.resolve('done')
    })
    expect(await failureOf(work)).toBe('23505')
    expect(await numbers()).toEqual([])
  })

  it('is what a later query is said to fail with', async () => {
    const work = opened.database.transaction((db) => {
      sendAhead(db, db.execute(sql`select 1 / 0`))
      return numbers(db)
    })
    expect(await failureOf(work)).toBe('22012')
  })

  it('is read and planned by the database once, however often it is sent', async () => {
    const kept = await opened.database.transaction(async (db) => {
      for (let number = 1; number <= 3; number += 1)
        sendAhead(db, db.execute(sql`insert into numbers values (${number})`))
      return db.execute<{ uses: string }>(
        sql`select generic_plans + custom_plans as uses from pg_prepared_statements where statement like 'insert into numbers values%'`,
      )
    })
    expect(kept.rows).toEqual([{ uses: '3' }])
    expect(await numbers()).toEqual([1, 2, 3])
  })

  it('can be sent again after it was lost with its transaction', async () => {
    const doubled = sql`select number * 2 as number from numbers where number > ${0}`
    const lost = opened.database.transaction((db) => {
      sendAhead(db, db.execute(sql`select 1 / 0`))
      sendAhead(db, db.execute(doubled))
      return Promise.resolve()
    })
    expect(await failureOf(lost)).toBe('22012')
    const rounds = await opened.database.transaction(async (db) => {
      await add(db, 4)
      return Promise.all([db.execute(doubled), db.execute(doubled)])
    })
    expect(rounds.map(({ rows }) => rows)).toEqual([[{ number: 8 }], [{ number: 8 }]])
  })

  it('leaves a connection that serves on', async () => {
    for (let round = 0; round < 12; round += 1) {
      const failed = opened.database.transaction((db) => {
        sendAhead(db, db.execute(sql`select 1 / 0`))
        return Promise.resolve()
      })
      expect(await failureOf(failed)).toBe('22012')
    }
    await opened.database.transaction((db) => add(db, 3))
    expect(await numbers()).toEqual([3])
  })

  it('is refused by a transaction that somebody else began', async () => {
    const work = opened.database.transaction((db) =>
      db.transaction((inner) => {
        sendAhead(inner, add(inner, 1))
        return Promise.resolve()
      }),
    )
    expect(await failureOf(work)).toContain('can send ahead')
  })
})

it('a transaction whose failed query nobody looked at is no success', async () => {
  const work = opened.database.transaction(async (db) => {
    await add(db, 1)
    await failureOf(db.execute(sql`select 1 / 0`).execute())
  })
  expect(await failureOf(work)).toBe('the database undid the transaction')
  expect(await numbers()).toEqual([])
})

it('rows are sent in lots, the last one too', async () => {
  const sizes: number[] = []
  await opened.database.transaction((db) =>
    sendInLots(db, [1, 2, 3, 4, 5], 2, (lot) => {
      sizes.push(lot.length)
      return add(db, ...lot)
    }),
  )
  expect(sizes).toEqual([2, 2, 1])
  expect(await numbers()).toEqual([1, 2, 3, 4, 5])
})
