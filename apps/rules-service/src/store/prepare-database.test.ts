import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { lateTaskRules, smallProgramme } from '../testing/small-programme.ts'
import { createStore } from './create-store.ts'
import { forgetfulSettings } from './durability-settings.ts'
import { refuseOldServer, withClient } from './migrate-database.ts'
import { openConfiguredDatabase } from './open-database.ts'
import { refusalInWords } from './refusal-in-words.ts'

const admin = new Client({ connectionString: `${inject('serverUrl')}/postgres` })
beforeAll(() => admin.connect())
afterAll(() => admin.end())

let name: string
let owner: string
let app: string
beforeEach(async () => {
  name = `prepared_${randomBytes(6).toString('hex')}`
  owner = urlOf(`${name}_owner`)
  app = urlOf(`${name}_app`, `it's`)
  await admin.query(`create role ${name}_owner login createrole password 'secret'`)
  await admin.query(`create database ${name} owner ${name}_owner`)
})
afterEach(async () => {
  await admin.query(`drop database ${name} with (force)`)
  await admin.query(`drop role if exists ${name}_app`)
  await admin.query(`drop role ${name}_owner`)
})

function urlOf(username: string, password = 'secret'): string {
  const url = new URL(`${inject('serverUrl')}/${name}`)
  return Object.assign(url, { username, password }).href
}

/** As the superuser of the server. */
const inDatabase = (statement: string) =>
  withClient({ connectionString: `${inject('serverUrl')}/${name}` }, (client) => client.query(statement))

const open = (databaseUrl: string, ownerUrl: string | null) =>
  openConfiguredDatabase(
    { databaseUrl, ownerUrl, dataFolder: '/nonexistent' },
    pino({ level: 'silent' }),
    () => undefined,
  )

describe('a database on a server', () => {
  it('is made ready by an owner who is no superuser, and is then used without one', async () => {
    const first = await open(app, owner)
    const store = createStore({ database: first.database, rules: lateTaskRules(), now: () => new Date() })
    await store.addProgramme(smallProgramme('alpha'), [])
    await first.close()
    const second = await open(app, null)
    const again = createStore({ database: second.database, rules: lateTaskRules(), now: () => new Date() })
    expect((await again.readProgramme('alpha')).flags.size).toBe(2)
    await second.close()
  })

  it('is refused before its tables are ready, with what to do', async () => {
    await admin.query(`create role ${name}_app login password 'secret'`)
    await expect(open(urlOf(`${name}_app`), null)).rejects.toThrow(
      /0 of \d+ steps were applied\. Start once with DATABASE_OWNER_URL/,
    )
  })

  it('is refused in words where its role, its rights or itself are not there', async () => {
    const refusal = (url: string) => open(url, null).then(() => null, refusalInWords)
    await expect(refusal(urlOf('nobody_at_all'))).resolves.toContain('name a database, a role and a password')
    await (await open(app, owner)).close()
    const elsewhere = Object.assign(new URL(app), { pathname: `/${name}_gone` }).href
    await expect(refusal(elsewhere)).resolves.toContain(`"${name}_gone" does not exist`)
    await inDatabase(`revoke usage on schema drizzle from ${name}_app`)
    await expect(refusal(app)).resolves.toContain('Set DATABASE_OWNER_URL to the owner of the tables')
  })

  it('is refused when the service would be a superuser, or own the tables', async () => {
    await expect(open(`${inject('serverUrl')}/${name}`, null)).rejects.toThrow(
      /too strong: it is a superuser/,
    )
    await (await open(app, owner)).close()
    await expect(open(owner, null)).rejects.toThrow(/too strong: it owns tables.*DATABASE_OWNER_URL/)
    await admin.query(`alter role ${name}_app bypassrls`)
    await expect(open(app, owner)).rejects.toThrow(/too strong: it bypasses row-level security/)
    await admin.query(`alter role ${name}_app nobypassrls createrole`)
    await expect(open(app, owner)).rejects.toThrow(/too strong: it may make roles.*DATABASE_OWNER_URL/)
    await admin.query(`alter role ${name}_app nocreaterole`)
    await (await open(app, owner)).close()
  })

  it.each([
    ['superuser', 'is a superuser'],
    ['bypassrls', 'bypasses row-level security'],
    ['createrole', 'may make roles'],
  ])('is refused when the service may become another role with %s', async (attribute, words) => {
    await (await open(app, owner)).close()
    const strong = `${name}_strong`
    await admin.query(`create role ${strong} ${attribute}`)
    try {
      await admin.query(`create role ${name}_between in role ${strong}`)
      await admin.query(`grant ${name}_between to ${name}_app`)
      await expect(open(app, null)).rejects.toThrow(
        new RegExp(`it is a member of ${strong}, .* which ${words}.*take it out with REVOKE`),
      )
    } finally {
      await admin.query(`drop role if exists ${name}_between`)
      await admin.query(`drop role ${strong}`)
    }
    await (await open(app, null)).close()
  })

  it('is refused when the service may write past the rights to tables', async () => {
    await (await open(app, owner)).close()
    await admin.query(`grant pg_write_all_data to ${name}_app`)
    await expect(open(app, null)).rejects.toThrow('it is a member of pg_write_all_data')
  })

  it('is refused when the service owns the database or a schema, or is a member of who owns the tables', async () => {
    await admin.query(`create role ${name}_app login password 'it''s'`)
    await (await open(app, owner)).close()
    await admin.query(`alter database ${name} owner to ${name}_app`)
    await expect(open(app, null)).rejects.toThrow(
      new RegExp(`too strong: it owns the database ${name}, .*alter database ${name} owner to`),
    )
    await admin.query(`alter database ${name} owner to ${name}_owner`)
    await inDatabase(`alter schema public owner to ${name}_app`)
    await expect(open(app, null)).rejects.toThrow(/too strong: it owns the schema public, /)
    await inDatabase(`alter schema public owner to ${name}_owner`)
    await (await open(app, null)).close()
    await admin.query(`grant ${name}_owner to ${name}_app`)
    await expect(open(app, null)).rejects.toThrow(/too strong: it owns tables or functions.* may make roles/)
    await admin.query(`revoke ${name}_owner from ${name}_app`)
  })

  it('is refused when its role, or the server, may forget what was committed, with what to do', async () => {
    await (await open(app, owner)).close()
    await admin.query(`alter role ${name}_app set synchronous_commit = off`)
    await expect(open(app, null)).rejects.toThrow(
      /may lose one: synchronous_commit is off, .*set it to on where it was set off/,
    )
    await admin.query(`alter role ${name}_app set synchronous_commit = local`)
    await (await open(app, null)).close()
    await admin.query(`alter database ${name} set synchronous_commit = off`)
    await admin.query(`alter role ${name}_app reset synchronous_commit`)
    await expect(open(app, null)).rejects.toThrow('synchronous_commit is off')
    const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'off' }
    expect(forgetfulSettings(safe)).toEqual([])
    expect(forgetfulSettings({ ...safe, full_page_writes: 'off' })).toEqual([
      expect.stringContaining('set full_page_writes = on'),
    ])
  })

  it('is refused on a server that is too old, in words', () => {
    expect(() => refuseOldServer(140_012)).toThrow('needs PostgreSQL 15 or newer; this server is version 14')
    expect(() => refuseOldServer(150_000)).not.toThrow()
  })
})
