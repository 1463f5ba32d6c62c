import { resolve } from 'node:path'
import { AfterRestoreError } from '../backup/after-restore-error.ts'
import { restoreWithHeads } from '../backup/restore-heads.ts'
import { type DatabaseConfig, readDatabaseConfig } from '../config.ts'
import { verificationOf } from '../journal/verification-lines.ts'
import { exitCode, readArguments, runToTheEnd, tell, UsageError } from './command-line.ts'

const help = `pnpm restore -- <file> [--into <data folder or postgres://...>] [--replace] [--removed <id>]...

Verifies a backup to the last byte, then restores it as a whole or not at all, and brings it up to date.

  --into <where>  a data folder for the embedded database, which is made if it is not there, or a PostgreSQL server;
                  otherwise DATABASE_URL, as its DATABASE_OWNER_URL, or WORKPLAN_DATA, as for the service
  --replace       restore over data: what is there is kept in the same database under another name
  --removed <id>  somebody who was removed after the backup was made, to be taken out again; as often as there are
                  people. Those whom the data that are replaced know as removed are taken out in any case

A backup of everything, with the accounts and no sessions, needs an empty database, or --replace with the service
stopped. A backup of one programme also goes into a database with other programmes, which may be in use.
Restored journals are verified, and their ends signed anew where heads are kept. Heads there that are not of the restored
journals, as after a disaster, are set aside under another name.

Ends with 0 when all is restored, 1 when nothing is, 2 when called in another way, 3 when all is restored and a
journal was broken already when the backup was made, and 4 when all is restored and something after that went wrong.
`

await runToTheEnd('Nothing was restored', help, async () => {
  const { values, positionals } = readArguments({
    into: { type: 'string' },
    replace: { type: 'boolean' },
    removed: { type: 'string', multiple: true },
  })
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  const [from, ...others] = positionals
  if (from === undefined || others.length > 0) throw new UsageError('name one file to restore')
  const config = configFor(values.into)
  const { replace = false, removed = [] } = values
  if (removed.includes('')) throw new UsageError('--removed is empty: name the id of a person')
  const request = { from: resolve(from), replace, removed, now: () => new Date() }
  const restored = await restoreWithHeads(config, request, tell).catch(saidWhenRestored)
  if (restored === null) return exitCode.notReady
  const { manifest, verified, keptIn, removedAgain, notInBackup, headsKeptIn } = restored
  const { sound, lines } = verificationOf(
    verified,
    manifest.signedHeads && { heads: [], security: [], unreadable: 0, forged: 0 },
  )
  const kept = keptIn === null ? [] : [`What the database held before is in its schema ${keptIn}.`]
  const heads = headsKeptIn === null ? [] : [`The heads of the journals before are kept in ${headsKeptIn}.`]
  const again =
    removedAgain === 0 ? [] : [`${removedAgain} people had been removed since, and were taken out again.`]
  const unknown = notInBackup.map((id) => `Nobody in the backup has the id ${id}, named with --removed.`)
  process.stdout.write(
    `Restored into ${placeOf(config)}, as of ${manifest.madeAt}.\n` +
      `${[...kept, ...heads, ...again, ...unknown, ...lines].join('\n')}\n`,
  )
  return sound ? exitCode.done : exitCode.brokenJournal
})

/** Says what went wrong after all was restored. */
function saidWhenRestored(error: unknown): null {
  if (!(error instanceof AfterRestoreError)) throw error
  tell(error.message)
  return null
}

/** The configured place, or that of `--into`; heads of another place are not those of this one. */
function configFor(into: string | undefined): DatabaseConfig {
  if (into === undefined) return readDatabaseConfig()
  if (into === '') throw new UsageError('--into is empty: name a data folder or a server')
  if (/^postgres(ql)?:\/\//.test(into)) return readDatabaseConfig({ DATABASE_URL: into })
  // A drive of Windows has one letter.
  if (/^[a-z][a-z\d+.-]+:/i.test(into))
    throw new UsageError(`--into ${into} is no data folder, and a server begins with postgres://`)
  return readDatabaseConfig({ WORKPLAN_DATA: into })
}

/** Where the data are, without a password. */
function placeOf({ databaseUrl, ownerUrl, dataFolder }: DatabaseConfig): string {
  if (databaseUrl === null) return dataFolder
  const url = new URL(ownerUrl ?? databaseUrl)
  return `the database ${decodeURIComponent(url.pathname.slice(1))} at ${url.host}`
}
