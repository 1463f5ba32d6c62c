import { generateKeyPairSync } from 'node:crypto'
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError } from '../config.ts'
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

/** A folder with keys and one head. */
async function begun(name: string): Promise<string> {
  const folder = join(root, name)
  const file = await openHeadsFile(folder)
  await file.append([file.sign(head(1))])
  await file.close()
  return folder
}

function folderInPlaceOf(name: string): (folder: string) => Promise<void> {
  return async (folder) => {
    await rm(join(folder, name))
    await mkdir(join(folder, name))
  }
}

async function withoutKeys(folder: string): Promise<void> {
  for (const name of ['private-key.pem', 'public-key.pem']) await rm(join(folder, name))
}

async function otherKind(folder: string): Promise<void> {
  const { publicKey } = generateKeyPairSync('x25519')
  await writeFile(join(folder, 'public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
}

async function keyOfAnother(folder: string): Promise<void> {
  const other = await begun(`other than ${basename(folder)}`)
  await copyFile(join(other, 'private-key.pem'), join(folder, 'private-key.pem'))
}

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
      security: [],
      unreadable: 1,
      forged: 0,
    })
  })

  it('that was never made has no heads', async () => {
    expect(await readHeadsFile(join(root, 'none'))).toBeNull()
  })

  it('from which the file is gone is not one that was never made', async () => {
    const folder = await begun('gone')
    await rm(join(folder, 'heads.jsonl'))
    expect(await readHeadsFile(folder)).toEqual({ heads: [], security: [], unreadable: 0, forged: 0 })
  })

  it.each([
    [
      'a folder in the place of the heads',
      folderInPlaceOf('heads.jsonl'),
      'heads.jsonl cannot be opened (there is a folder',
    ],
    [
      'a folder in the place of the key',
      folderInPlaceOf('public-key.pem'),
      'public-key.pem cannot be opened',
    ],
    [
      'no key',
      (folder: string) => rm(join(folder, 'public-key.pem')),
      'no public key to check them with. Put public-key.pem back',
    ],
    [
      'an empty key',
      (folder: string) => writeFile(join(folder, 'public-key.pem'), ''),
      'public-key.pem is not a public key',
    ],
    ['a key of another kind', otherKind, 'public-key.pem is not a public key'],
  ])('is refused in words when it is read with %s', async (name, damage, words) => {
    const folder = await begun(name)
    await damage(folder)
    const refused = readHeadsFile(folder)
    await expect(refused).rejects.toThrow(ConfigError)
    await expect(refused).rejects.toThrow(words)
  })

  it('below a file is refused in words, to read and to add to', async () => {
    const folder = join(await begun('below'), 'heads.jsonl', 'heads')
    for (const open of [readHeadsFile, openHeadsFile]) {
      const refused = open(folder)
      await expect(refused).rejects.toThrow(ConfigError)
      await expect(refused).rejects.toThrow('a part of its path is a file')
    }
  })
})

describe('the key of the heads', () => {
  it.each([
    ['is gone', (folder: string) => rm(join(folder, 'private-key.pem')), 'private-key.pem is gone'],
    ['and the public one are gone', withoutKeys, 'private-key.pem is gone'],
    ['is empty', (folder: string) => writeFile(join(folder, 'private-key.pem'), ''), 'is not a private key'],
    ['is of another folder', keyOfAnother, 'private-key.pem and public-key.pem in'],
    ['cannot be read', folderInPlaceOf('private-key.pem'), 'private-key.pem cannot be opened'],
  ])(
    'is not made anew when it %s: what is there stays, and what to do is said',
    async (name, damage, words) => {
      const folder = await begun(`key that ${name}`)
      const before = await readFile(join(folder, 'public-key.pem'), 'utf8')
      await damage(folder)
      const refused = openHeadsFile(folder)
      await expect(refused).rejects.toThrow(ConfigError)
      await expect(refused).rejects.toThrow(words)
      await writeFile(join(folder, 'public-key.pem'), before)
      expect(await readHeadsFile(folder)).toEqual({
        heads: [head(1)],
        security: [],
        unreadable: 0,
        forged: 0,
      })
    },
  )

  it('has its public half made anew when that is lost', async () => {
    const folder = await begun('public half')
    await rm(join(folder, 'public-key.pem'))
    await (await openHeadsFile(folder)).close()
    expect((await readHeadsFile(folder))?.heads).toEqual([head(1)])
  })

  it('is one when several instances start at once in a new folder', async () => {
    const folder = join(root, 'at once')
    const files = await Promise.all(Array.from({ length: 8 }, () => openHeadsFile(folder)))
    for (const [index, file] of files.entries()) {
      await file.append([file.sign(head(index + 1))])
      await file.close()
    }
    expect(await readHeadsFile(folder)).toMatchObject({ heads: { length: 8 }, forged: 0 })
  })
})
