import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { inMembershipsOf, inProgramme, listProgrammes } from './isolation.ts'

let service: TestService
let tables: { name: string; column: string }[]
beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
  await fillEveryTable()
  // From the catalogue, so that a table that is added without a policy fails here.
  const found = await service.opened.database.execute<{ name: string; column: string }>(sql`
    select table_name as name, column_name as "column" from information_schema.columns
    where table_schema = 'public' and (column_name = 'programme' or (table_name = 'programmes' and column_name = 'id'))
    order by table_name`)
  tables = found.rows
})
afterAll(() => service.close())

/** One write of every kind in both programmes, so that no table is empty. */
async function fillEveryTable(): Promise<void> {
  const cookie = await service.signIn('person.sro')
  const office = await service.signIn('person.programme-office')
  for (const programme of ['alpha', 'beta']) {
    const flag = `/api/programmes/${programme}/flags/late-task~${programme}.task.adult`
    const decided = await service.send(`${flag}/decisions`, {
      cookie,
      json: { kind: 'dispute', rationale: 'It is not late' },
      headers: {
        'idempotency-key': 'once',
        'if-match': (await service.send(flag, { cookie })).headers.get('etag') ?? '',
      },
    })
    expect(decided.status).toBe(200)
    await service.opened.database.execute(sql`
      insert into reports (programme, id, version, title, "group", period_from, period_to, status, content, drafted_at, drafted_by)
      values (${programme}, 'r', 1, 'r', 'g', '2023-01-01', '2023-01-31', 'draft', '{}', now(), 'x')`)
    await service.opened.database.execute(sql`
      insert into rule_settings values (${programme}, 'late-task', 1, true, null, '{}', 'x', 'x', now())`)
    await service.opened.database.execute(sql`
      insert into programme_rules values (${programme}, 'own.x', 1, 1, 'draft', '{}', '[]', 'x', now(), null, null, null)`)
    await service.opened.database.execute(sql`
      insert into person_marks values (${programme}, 'x', 'alerts', 1, now(), '2023-03-13')`)
    await service.opened.database.execute(sql`
      insert into notification_preferences values (${programme}, 'x', 'weekly', 1, null)`)
    await service.opened.database.execute(sql`
      insert into digests values (${programme}, 'x', '2023-03-13', now(), 1, null)`)
  }
  expect((await service.send('/api/programmes', { cookie: office })).status).toBe(200)
}

const app = () => service.context.database

describe('the isolation of programmes in the database', () => {
  it('covers every table with rows of a programme, also for the owner', async () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['journal', 'records', 'flags', 'reports', 'memberships', 'programmes']),
    )
    const { rows } = await service.opened.database.execute<{ name: string }>(sql`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relrowsecurity and relforcerowsecurity order by relname`)
    expect(rows.map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
  })

  it('shows a forgotten `where` the rows of its own programme only', async () => {
    for (const { name, column } of tables) {
      const seen = await inProgramme(app(), 'alpha', (db) =>
        db.execute<{ of: string }>(sql`select ${sql.identifier(column)} as of from ${sql.identifier(name)}`),
      )
      expect.soft(new Set(seen.rows.map((row) => row.of)), name).toEqual(new Set(['alpha']))
    }
  })

  it('shows nothing when no programme is named, nor when all are', async () => {
    for (const { name } of tables) {
      const bare = await app().execute(sql`select 1 from ${sql.identifier(name)}`)
      expect.soft(bare.rowCount, name).toBe(0)
      const all = await inProgramme(app(), '*', (db) =>
        db.execute(sql`select 1 from ${sql.identifier(name)}`),
      )
      expect.soft(all.rowCount, name).toBe(0)
    }
  })

  it('refuses to write into another programme', async () => {
    const foreign = inProgramme(app(), 'alpha', (db) =>
      db.execute(sql`insert into journal_heads values ('beta', 1, 'x', null)`),
    )
    await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } })
    const changed = await inProgramme(app(), 'alpha', (db) =>
      db.execute(sql`update flags set title = 'x' where programme = 'beta'`),
    )
    expect(changed.rowCount).toBe(0)
  })

  it('forgets the programme with the transaction, also on the same connection', async () => {
    const client = await service.opened.app.pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('workplan.programme', 'alpha', true)`)
      expect((await client.query('select 1 from records')).rowCount).toBeGreaterThan(0)
      await client.query('commit')
      expect((await client.query('select 1 from records')).rowCount).toBe(0)
    } finally {
      client.release()
    }
  })

  it('lets through, across programmes, their ids and the memberships of one person', async () => {
    expect(await listProgrammes(app())).toEqual(['alpha', 'beta'])
    const counts = await inMembershipsOf(app(), 'person.sro', async (db) => [
      (await db.execute(sql`select 1 from memberships where person <> 'person.sro'`)).rowCount,
      (await db.execute(sql`select distinct programme from memberships`)).rowCount,
      (await db.execute(sql`select 1 from records`)).rowCount,
    ])
    expect(counts).toEqual([0, 2, 0])
  })
})

describe('the role of the service', () => {
  it.each([
    'update journal set why = null',
    'delete from journal',
    'truncate journal',
    'alter table journal disable trigger journal_append_only',
    'alter table journal disable row level security',
    'drop policy one_programme on journal',
    'set session_replication_role = replica',
    'update decisions set by = null',
    'delete from rule_settings',
    'create table more (id int)',
    'create role stronger',
  ])('may not: %s', async (statement) => {
    const tried = inProgramme(app(), 'alpha', (db) => db.execute(sql.raw(statement)))
    await expect(tried).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('is no superuser, bypasses nothing and owns nothing', async () => {
    const { rows } = await app().execute(sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`)
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ])
  })
})
