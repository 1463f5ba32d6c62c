import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verificationOf } from '../../journal/verification-lines.ts'
import { verifyJournal, verifyJournalIn } from '../../journal/verify-journal.ts'
import { fewRules } from '../../testing/judged-programme.ts'
import { changeableProgramme, randomChanges } from '../../testing/random-changes.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { openTestService, type TestService } from '../../testing/test-service.ts'
import type { Transaction } from '../database.ts'
import { enterProgramme, inProgramme } from '../isolation.ts'
import { FIRST_HASH, sealRows } from '../journal.ts'
import { journal as journalTable, journalHeads } from '../schema/index.ts'
import { compareTables } from './compare-tables.ts'
import { replayJournal } from './replay-journal.ts'

const CHANGES = 60

let service: TestService
let today = new Date('2023-03-13T12:00:00Z')
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: changeableProgramme('alpha') }],
    rules: fewRules(),
    now: () => today,
  })
  const change = await randomChanges(service, 'alpha', seededRandom(7))
  for (let index = 0; index < CHANGES; index += 1) {
    if (index % 12 === 11) today = new Date(today.getTime() + 86_400_000)
    await change()
  }
})
afterAll(() => service.close())

const journal = () => service.context.store.readJournal('alpha', { order: 'oldest-first', limit: 10_000 })

describe('a replay', () => {
  it('rebuilds every table exactly, after changes of every kind', async () => {
    const rows = await journal()
    const actions = new Set(rows.map(({ action }) => action))
    expect([...actions]).toEqual(
      expect.arrayContaining([
        'task.updated',
        'task.created',
        'flag.raised',
        'flag.cleared',
        'flag.accepted',
        'rule.set',
        'rule.drafted',
        'rule.published',
        'report.drafted',
        'report.edited',
      ]),
    )
    const replayed = replayJournal(rows)
    expect(replayed.seq).toBe(rows.length)
    const difference = await inProgramme(service.context.database, 'alpha', (db) =>
      compareTables(db, 'alpha', replayed),
    )
    expect(difference).toBeNull()
  })

  it('of a part of the journal is what the tables were then, and no more', async () => {
    const rows = await journal()
    const early = replayJournal(rows.filter(({ change }) => change === 1))
    expect([...early.records.values()].every(({ version }) => version === 1)).toBe(true)
    expect(early.tables.reports.size).toBe(0)
    expect(replayJournal([])).toMatchObject({ seq: 0, at: null, programme: null })
  })
})

describe('the verifier', () => {
  it('holds the tables against the journal, and agrees', async () => {
    const verified = await verifyJournal(service.context.database, [])
    expect(verified).toMatchObject([{ programme: 'alpha', fault: null, difference: null }])
  })

  it.each([
    [
      'update records set version = version + 1 where kind = $$service$$',
      'records',
      'service/alpha.service',
      'altered',
    ],
    ['delete from records where kind = $$service$$', 'records', 'service/alpha.service', 'missing'],
    [`update programmes set data = data || '{"name": "Other"}'`, 'programmes', 'alpha', 'altered'],
    [
      `insert into memberships (person, programme, role) values ('person.viewer', 'alpha', 'sro')`,
      'memberships',
      'person.viewer/sro/',
      'added',
    ],
  ])('names the first thing that differs: %s', async (statement, table, key, what) => {
    let verified: Awaited<ReturnType<typeof verifyJournal>> = []
    const tampering = service.opened.database.transaction(async (db) => {
      await db.execute(sql.raw(statement))
      verified = await verifyJournalIn(db, [])
      db.rollback()
    })
    await expect(tampering).rejects.toThrow('Rollback')
    expect(verified[0]?.difference).toEqual({ table, key, what })
    const { sound, lines } = verificationOf(verified, null)
    expect(sound).toBe(false)
    expect(lines[0]).toContain(`DIFFERS alpha, table ${table}, ${key}: `)
  })
})

describe('the row from which on a journal rebuilds everything', () => {
  /** Runs `work` as somebody who may alter all, and takes back what was done. */
  async function undone(work: (db: Transaction) => Promise<void>): Promise<void> {
    const altering = service.opened.database.transaction(async (db) => {
      await work(db)
      db.rollback()
    })
    await expect(altering).rejects.toThrow('Rollback')
  }
  const switchOff = sql`update journal_heads set replay_from = null`

  it('is known from the rows: to switch it off in the head hides no altered table', async () => {
    await undone(async (db) => {
      await db.execute(switchOff)
      const key = { table: 'journal_heads', key: 'alpha', what: 'altered' }
      expect((await verifyJournalIn(db, []))[0]?.difference).toEqual(key)
      await db.execute(sql`update flags set title = 'Other'`)
      expect((await verifyJournalIn(db, []))[0]?.difference).toMatchObject({
        table: 'flags',
        what: 'altered',
      })
    })
  })

  it('is put back by the service, which does not make altered tables the truth', async () => {
    const { database } = service.opened
    const before = (await journal()).length
    await database.execute(switchOff)
    await service.context.store.completeJournal('alpha')
    expect(await journal()).toHaveLength(before)
    expect((await verifyJournal(database, []))[0]).toMatchObject({ difference: null, complete: true })
  })

  it('is not moved by a row that claims to complete a journal that says everything', async () => {
    const rows = await journal()
    const claim = {
      action: 'journal.completed',
      kind: 'programme',
      seq: rows.length + 1,
      change: rows.length + 1,
    }
    const [last] = rows.slice(-1)
    if (!last) throw new Error('There is no row.')
    const replayed = replayJournal([...rows, { ...last, ...claim, stored: { flags: [], rows: {} } }])
    expect(replayed.completeFrom).toBe(1)
    expect(replayed.flags).toEqual(replayJournal(rows).flags)
  })
})

describe('a journal that an earlier version began', () => {
  /** As if nothing but records had ever been kept in full, all hashes made to fit. */
  async function asEarlierVersion(): Promise<void> {
    const { database } = service.opened
    const rows = sealRows(
      (await journal()).map((row) => ({ ...row, stored: null })),
      FIRST_HASH,
    )
    await database.execute(sql`alter table journal disable trigger user`)
    await database.transaction(async (db) => {
      await enterProgramme(db, 'alpha')
      await db.delete(journalTable)
      await db.insert(journalTable).values(rows)
      await db.update(journalHeads).set({ replayFrom: null, hash: rows.at(-1)?.hash ?? '' })
    })
    await database.execute(sql`alter table journal enable trigger user`)
  }

  it('is held against programme and records alone until it is completed, and then against every table', async () => {
    const { database } = service.opened
    await asEarlierVersion()
    const verified = await verifyJournal(database, [])
    expect(verified).toMatchObject([{ fault: null, difference: null, complete: false }])
    const { sound, lines } = verificationOf(verified, null)
    expect(sound).toBe(true)
    expect(lines[1]).toMatch(/^note {4}alpha: an earlier version .* Start this version once/)

    const before = (await journal()).length
    await service.context.store.completeJournal('alpha')
    await service.context.store.completeJournal('alpha')
    const added = (await journal()).slice(before)
    expect(added.map(({ action }) => action)).toEqual(['journal.completed'])
    expect(await verifyJournal(database, [])).toMatchObject([
      { fault: null, difference: null, complete: true },
    ])
  })
})

describe('roles', () => {
  it('that were given, changed and taken away are rebuilt', async () => {
    const office = await service.signIn('person.programme-office')
    const give = async (roles: object[], key: string) => {
      const path = '/api/programmes/alpha/people/person.lead-adult'
      const version = (await service.send(path, { cookie: office })).headers.get('etag') ?? ''
      const headers = { 'idempotency-key': key, 'if-match': version }
      const answer = await service.send(`${path}/roles`, {
        method: 'PUT',
        cookie: office,
        json: { roles },
        headers,
      })
      expect(answer.status).toBe(200)
    }
    const lead = (app: string, workstreams: string[] | null) => ({
      role: 'workstream-lead',
      app,
      workstreams,
      groups: null,
    })
    await give([lead('adult', null), lead('children', null)], 'both')
    await give([lead('adult', ['alpha.ws.adult']), lead('children', ['alpha.ws.children'])], 'narrower')
    await give([lead('adult', null)], 'one')
    expect((await verifyJournal(service.context.database, []))[0]).toMatchObject({
      fault: null,
      difference: null,
    })
  })
})
