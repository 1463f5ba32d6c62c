import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { makeFolder, syncFolder, writeDurably } from '../../durable-file.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import type { Programs } from './programs.ts'
import { type Account, runProgram } from './run-program.ts'
import { canEnter } from './server-account.ts'

/** The role that owns everything in the embedded database. */
export const OWNER = 'workplan'

/** The cluster's folder, named by the major version: PostgreSQL 19 cannot open the files of 18. */
export const CLUSTER = 'pg18'
const DENIED = new Set(['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'])
const UNFINISHED = /^pg18\.new-/
const UNFINISHED_KEPT_MS = 10 * 60_000

/**
 * The folder that holds the cluster: the data folder, or, when the account cannot get there (in root's home, say),
 * a folder of its own under /var/lib, to which the data folder then links.
 */
export async function findPlace(
  dataFolder: string,
  account: Account,
  report: (step: string) => void,
): Promise<string> {
  refuseShellCharacters(dataFolder)
  await makeFolder(dataFolder).catch((error: unknown) => {
    throw explainDenied(error, dataFolder)
  })
  const link = join(dataFolder, CLUSTER)
  const linked = await readlink(link).catch(() => null)
  if (linked !== null) return linkedPlace(link, resolve(dataFolder, linked))
  if ((await canEnter(dataFolder, account)) || (await openUp(dataFolder, account))) return dataFolder
  const place = await mkdtemp('/var/lib/workplan-')
  await chmod(place, 0o755)
  if (!(await canEnter(place, account)))
    throw new EmbeddedDatabaseError(
      `The database runs as \`${account?.name}\`, which can enter neither ${dataFolder} nor ${place}. ` +
        'Set WORKPLAN_DATA to a folder which that account can enter, or start Workplan as an ordinary user.',
    )
  const made = await symlink(join(place, CLUSTER), link).then(
    () => true,
    (error: NodeJS.ErrnoException) => ignoreExisting(error),
  )
  if (!made) await rmdir(place)
  const chosen = dirname(await readlink(link))
  report(
    `The account \`${account?.name}\` of the database cannot enter ${dataFolder}; its files are in ${chosen}`,
  )
  return chosen
}

/** pg_ctl hands the path to a shell between quotation marks, in which these still mean something. */
function refuseShellCharacters(dataFolder: string): void {
  const found = process.platform === 'win32' ? null : /["$`]/.exec(dataFolder)
  if (found)
    throw new EmbeddedDatabaseError(
      `The folder ${dataFolder} has ${found[0]} in its name, which PostgreSQL cannot start in. ` +
        'Set WORKPLAN_DATA to a folder with another name. Nothing was made.',
    )
}

/** The place was made before the link to it: one that is not there was lost, or the data folder came here without it. */
async function linkedPlace(link: string, target: string): Promise<string> {
  const place = dirname(target)
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (found) return place
  throw new EmbeddedDatabaseError(
    `The database is not where ${link} says: ${place} is gone. Bring that folder back, or point the link at where ` +
      'it is now. To start anew, or to restore a backup, remove the link. Nothing was changed.',
  )
}

/** Lets the account pass through the data folder itself, not read it; false when a folder above is closed too. */
async function openUp(dataFolder: string, account: Account): Promise<boolean> {
  const { mode } = await stat(dataFolder)
  await chmod(dataFolder, (mode & 0o777) | 0o011)
  if (await canEnter(dataFolder, account)) return true
  await chmod(dataFolder, mode & 0o777)
  return false
}

/** True when the cluster was made already. */
export async function hasCluster(place: string): Promise<boolean> {
  const found = await stat(join(place, CLUSTER, 'PG_VERSION')).catch(() => null)
  return found !== null
}

/** The cluster's folder; it is made at the first call, whole or not at all. */
export async function openCluster(place: string, programs: Programs, account: Account): Promise<string> {
  const cluster = join(place, CLUSTER)
  await removeUnfinished(place)
  if (!(await hasCluster(place))) await makeCluster(cluster, programs, account)
  await refuseForeignFolder(cluster, account)
  return cluster
}

/** The password of the owner; kept beside the data, readable for the server's account alone. */
export function readPassword(cluster: string): Promise<string> {
  return readFile(join(cluster, 'password'), 'utf8')
}

async function makeCluster(cluster: string, programs: Programs, account: Account): Promise<void> {
  const unfinished = `${cluster}.new-${randomBytes(4).toString('hex')}`
  const passwordFile = `${unfinished}.password`
  try {
    await mkdir(dirname(cluster), { recursive: true })
    await mkdir(unfinished, { mode: 0o700 })
    await writeDurably(passwordFile, randomBytes(24).toString('base64url'))
    if (account)
      await Promise.all([unfinished, passwordFile].map((path) => chown(path, account.uid, account.gid)))
    const { status, output } = await runProgram(
      programs.initdb,
      [
        '-D',
        unfinished,
        '-U',
        OWNER,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
      ],
      account,
    )
    if (status !== 0)
      throw new EmbeddedDatabaseError(`The embedded database could not be made. initdb said:\n${output}`)
    await rename(passwordFile, join(unfinished, 'password'))
    await syncFolder(unfinished)
    await rename(unfinished, cluster).catch(ignoreExisting)
    await syncFolder(dirname(cluster))
  } catch (error) {
    throw explainDenied(error, cluster)
  } finally {
    await Promise.all([unfinished, passwordFile].map((path) => rm(path, { recursive: true, force: true })))
  }
}

/** Removes what a first start left behind when it was cut off; a start that is still under way is younger. */
async function removeUnfinished(place: string): Promise<void> {
  const names = (await readdir(place).catch(() => [])).filter((name) => UNFINISHED.test(name))
  for (const name of names) {
    const found = await lstat(join(place, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > UNFINISHED_KEPT_MS)
      await rm(join(place, name), { recursive: true, force: true })
  }
}

/** PostgreSQL opens only its own folder: one made by another user needs a word on who that was. */
async function refuseForeignFolder(cluster: string, account: Account): Promise<void> {
  const owner = await stat(cluster)
  const uid = account?.uid ?? process.getuid?.()
  if (uid === undefined || owner.uid === uid) return
  throw new EmbeddedDatabaseError(
    `${cluster} belongs to another user (id ${owner.uid}). Start Workplan as the user who made it, ` +
      `give it to this one (chown -R ${uid} ${cluster}), or set WORKPLAN_DATA to another folder.`,
  )
}

/** Somebody else was faster: false, and nothing is wrong. */
function ignoreExisting(error: NodeJS.ErrnoException): false {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
  return false
}

function explainDenied(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (!code || !DENIED.has(code)) return error
  return new EmbeddedDatabaseError(
    `The folder ${path} cannot be made (${code}). Set WORKPLAN_DATA to a folder you can write.`,
  )
}
