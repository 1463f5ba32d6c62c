import { stat } from 'node:fs/promises'
import { type Account, runProgram } from './run-program.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'

/** PostgreSQL refuses to run as root; these accounts may run it instead, the first that exists. */
const ACCOUNTS = ['postgres', 'nobody']

/** The account to run the server under: our own, unless we are root; then that of the owner of an existing cluster. */
export async function serverAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  for (const name of ACCOUNTS) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)])
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid }
  }
  throw new EmbeddedDatabaseError(
    'PostgreSQL cannot run as root, and there is no account `postgres` or `nobody` to run it under. ' +
      'Start Workplan as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** True when the account can enter the folder, and so use what it knows by name there. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  if (account === null) return true
  const { status } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)
  return status === 0
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | null> {
  const { status, output } = await runProgram('id', [option, name], null)
  return status === 0 && /^\d+$/.test(output) ? Number(output) : null
}
