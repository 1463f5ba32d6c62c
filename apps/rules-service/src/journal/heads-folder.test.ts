import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHeadsFile, readHeadsFile } from './heads-folder.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-heads-'))
})
afterAll(() => rm(root, { recursive: true }))

const head = (seq: number) => ({
  programme: 'alpha',
  seq,
  hash: String(seq).padStart(64, '0'),
  at: '2023-03-13T09:00:00.000Z',
})

describe('the folder of heads', () => {
  it('makes its keys once, the private one readable for its owner alone', async () => {
    const folder = join(root, 'keys')
    await (await openHeadsFile(folder)).close()
    const key = await readFile(join(folder, 'private-key.pem'), 'utf8')
    await (await openHeadsFile(folder)).close()
    expect(await readFile(join(folder, 'private-key.pem'), 'utf8')).toBe(key)
    expect((await stat(join(folder, 'private-key.pem'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'public-key.pem'), 'utf8')).toContain('PUBLIC KEY')
  })

  it('keeps what is added over several starts, also after a line that was cut off', async () => {
    const folder = join(root, 'kept')
    const first = await openHeadsFile(folder)
    await first.append([head(1), head(2)].map(first.sign))
    await first.close()
    await appendFile(join(folder, 'heads.jsonl'), '{"programme":"alp')
    const second = await openHeadsFile(folder)
    await second.append([second.sign(head(3))])
    await second.append([second.sign(head(4))])
    await second.close()
    expect(await readHeadsFile(folder)).toEqual({
      heads: [head(1), head(2), head(3), head(4)],
      unreadable: 1,
      forged: 0,
    })
  })

  it('that was never made has no heads', async () => {
    expect(await readHeadsFile(join(root, 'none'))).toBeNull()
  })
})
