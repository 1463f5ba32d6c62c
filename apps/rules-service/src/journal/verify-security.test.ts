import { sql } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { openHeadsFile, readHeadsFile } from './heads-folder.ts'
import { securityLine, verifySecurityJournal } from './verify-security.ts'
import { witnessSecurity } from './witness-security.ts'
import { createWitness } from './witness.ts'

let root: string
let service: TestService
let folder: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-security-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'heads-'))
  service = await openTestService()
  await service.signIn('person.sro')
  return () => service.close()
})

const outside = async () => (await readHeadsFile(folder))?.security ?? []
const verified = async () => verifySecurityJournal(service.opened.database, await outside())
const altered = (statement: ReturnType<typeof sql>) =>
  service.opened.database.transaction(async (db) => {
    await db.execute(sql`set local session_replication_role = replica`)
    await db.execute(statement)
  })

/** As by a service that runs. */
async function watched() {
  const { database, changes, now } = service.context
  const log = { error: () => undefined, warn: () => undefined }
  const witness = createWitness({ now, log, file: await openHeadsFile(folder) })
  const end = witnessSecurity({ database, changes, witness, log })
  return async () => {
    await end()
    await witness.close()
  }
}

async function seenAll(): Promise<void> {
  const rows = await service.opened.database.execute<{ last: number }>(
    sql`select max(seq)::int as last from security_journal`,
  )
  await vi.waitFor(async () => expect((await outside()).at(-1)?.seq).toBe(rows.rows[0]?.last), 5_000)
}

describe('the journal of sign-ins and roles', () => {
  it('is whole, and the row that was altered is named', async () => {
    for (const person of ['person.viewer', 'person.secretary']) await service.signIn(person)
    const whole = await verified()
    expect(whole).toMatchObject({ fault: null })
    expect(whole.rows).toBeGreaterThanOrEqual(3)
    expect(securityLine(whole)).toMatch(
      /^whole {3}sign-ins and roles: \d+ rows, compared with 0 signed heads/,
    )
    await altered(sql`update security_journal set actor = 'person.other' where seq = 2`)
    const broken = await verified()
    expect(broken.fault).toEqual({ seq: 2, kind: 'hash' })
    expect(securityLine(broken)).toMatch(/^BROKEN {2}sign-ins and roles, row 2/)
  })

  it('has its head outside from the start and after each event, also of another instance', async () => {
    const end = await watched()
    await seenAll()
    await service.signIn('person.viewer')
    await seenAll()
    const other = await openServiceOver(service.opened)
    await other.signIn('person.secretary')
    await seenAll()
    await end()
    await other.context.changes.close()
    expect(await verified()).toMatchObject({ fault: null, headsOutside: 3 })
  })

  it('is not whole when rows were cut from its end', async () => {
    const end = await watched()
    await service.signIn('person.viewer')
    await seenAll()
    await end()
    const { rows } = await verified()
    await altered(sql`delete from security_journal where seq = ${rows}`)
    expect((await verified()).fault).toEqual({ seq: rows, kind: 'cut' })
  })
})
