import { resolve } from 'node:path'
import { makeBackup } from '../backup/make-backup.ts'
import { readDatabaseConfig } from '../config.ts'
import { withDatabaseForReading } from '../journal/open-for-reading.ts'
import { exitCode, readArguments, runToTheEnd, tell, UsageError } from './command-line.ts'

const help = `pnpm backup [-- --programme <id>] [--to <file>]

Writes everything, or one programme, to one file. The service may go on working meanwhile.

  --programme <id>  only this programme, with its members and everybody who changed something in it
  --to <file>       the file to write; otherwise workplan-<date and time>.tar in this folder

Where the data are is read from DATABASE_URL, with its DATABASE_OWNER_URL, or from WORKPLAN_DATA, as by the service.
The file holds the accounts with their encrypted passwords, and no sessions: people sign in again after a restore.
Keep it where only those may read it who may read the database.

Ends with 0 when the backup is made, 1 when it is not, 2 when called in another way.
`

await runToTheEnd('There is no backup', help, async () => {
  const { values, positionals } = readArguments({ programme: { type: 'string' }, to: { type: 'string' } })
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  if (positionals.length > 0) throw new UsageError(`${positionals.join(' ')} is not an option`)
  const config = readDatabaseConfig()
  const now = () => new Date()
  const programme = values.programme ?? null
  const of = programme === null ? 'workplan' : `workplan-${programme}`
  const to = resolve(values.to ?? `${of}-${now().toISOString().slice(0, 19).replaceAll(':', '')}.tar`)
  tell(`Writing ${to}`)
  // The role that the service works by does not see every programme at once.
  const asOwner = { ...config, databaseUrl: config.ownerUrl ?? config.databaseUrl }
  const manifest = await withDatabaseForReading(asOwner, (database) =>
    makeBackup(database, { scope: { programme }, to, headsFolder: config.headsFolder, now }, tell),
  )
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0)
  process.stdout.write(
    `${to}\n${rows} rows of ${manifest.tables.length} tables; ${manifest.heads.length} programmes:\n` +
      manifest.heads.map((head) => `  ${head.programme}: ${head.seq} journal rows, ${head.hash}\n`).join(''),
  )
  return exitCode.done
})
