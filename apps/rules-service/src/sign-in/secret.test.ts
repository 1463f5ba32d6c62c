import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptSecret } from './secret.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-secret-'))
})
afterAll(() => rm(root, { recursive: true }))

describe('the kept secret', () => {
  it('is made once, long, and readable for its owner alone', async () => {
    const folder = join(root, 'data')
    const secret = await keptSecret(folder)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await keptSecret(folder)).toBe(secret)
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['secret'])
  })

  it('differs between installations', async () => {
    expect(await keptSecret(join(root, 'one'))).not.toBe(await keptSecret(join(root, 'other')))
  })
})
