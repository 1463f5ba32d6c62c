import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFirst, replaceDurably } from './durable-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-durable-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a file that is made once', () => {
  it('is the same for all who make it at the same time, and leaves no draft', async () => {
    const path = join(folder, 'key')
    const kept = await Promise.all(
      ['one', 'two', 'three'].map(async (content) => (await keepFirst(path, () => content)).toString()),
    )
    expect(new Set(kept).size).toBe(1)
    expect(await readdir(folder)).toEqual(['key'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('fails in a folder that is not there, and when it cannot be read', async () => {
    await expect(keepFirst(join(folder, 'none', 'key'), () => 'one')).rejects.toThrow('ENOENT')
    await expect(keepFirst(folder, () => 'one')).rejects.toThrow('EISDIR')
  })
})

describe('a file that is replaced', () => {
  it('has the new content, and leaves no draft', async () => {
    const path = join(folder, 'file')
    await writeFile(path, 'old')
    await replaceDurably(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['file'])
  })
})
