import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { programEnvironment } from '../config.ts'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())

/** Runs the command as somebody would. */
function verify(args: readonly string[], databaseUrl: string): Promise<{ code: number; said: string }> {
  const env = {
    ...programEnvironment(),
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: '',
    WORKPLAN_HEADS: '',
  }
  return new Promise((resolve) => {
    const script = join(import.meta.dirname, 'journal-verify.ts')
    execFile(process.execPath, [script, ...args], { env }, (error, out, complaint) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: out + complaint }),
    )
  })
}

describe('the command that verifies journals', () => {
  it('says what it does, and refuses what it does not know', async () => {
    const help = await verify(['--', '--help'], opened.url)
    expect(help).toMatchObject({
      code: 0,
      said: expect.stringContaining('Ends with 0 when everything agrees'),
    })
    for (const args of [['--frobnicate'], ['alpha']]) {
      const { code, said } = await verify(args, opened.url)
      expect({ args, code }).toEqual({ args, code: 2 })
      expect(said).toMatch(
        new RegExp(`^The journal could not be verified: .*${args[0]}[\\s\\S]*pnpm journal:verify`),
      )
    }
  })

  it('verifies what is there', async () => {
    const { code, said } = await verify([], opened.url)
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining('There is no journal yet.'),
    })
  })

  it('says in words that the address is wrong', async () => {
    const nobody = Object.assign(new URL(opened.url), { username: 'nobody', password: 'x' }).href
    for (const address of [nobody, `${inject('serverUrl')}/nowhere`]) {
      const { code, said } = await verify([], address)
      expect(code).toBe(1)
      expect(said).toMatch(
        /^The journal could not be verified: The database refuses it \(.*no(body|where).*\)\. Do DATABASE_URL/,
      )
    }
  })
})
