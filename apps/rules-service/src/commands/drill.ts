import { drill } from '../testing/restore-drill.ts'
import { testDatabaseUrl } from '../testing/config.ts'
import { exitCode, readArguments, runToTheEnd, tell, UsageError } from './command-line.ts'

const help = `pnpm drill

Practises a restore with the example programmes, in folders of its own, which it removes: changes them at random, backs
them up while the service runs, restores them into a fresh database and compares tables, journals and levels.

  --changes <number>  how many changes; otherwise 40
  --seed <number>     another number, other changes; otherwise 1

With TEST_DATABASE_URL, a PostgreSQL server as its owner, the data go through that server on the way: from an embedded
database to the server, and from there to another embedded one.

Ends with 0 when everything is as it was, 1 when not, 2 when called in another way.
`

await runToTheEnd('The drill failed', help, async () => {
  const { values } = readArguments({
    changes: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  })
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  const changes = wholeNumber('--changes', values.changes, { most: 100_000 })
  const seed = wholeNumber('--seed', values.seed, { most: Number.MAX_SAFE_INTEGER })
  tell(`Practising a restore after ${changes} changes (seed ${seed})`)
  const { differences, rows, backupTook, restoreTook, versions } = await drill({
    changes,
    seed,
    through: testDatabaseUrl ?? null,
  })
  process.stdout.write(
    `${rows} rows through PostgreSQL ${versions.join(', ')}: backup ${seconds(backupTook)}, restore ${seconds(restoreTook)}\n` +
      (differences.length === 0
        ? 'Tables, journals and levels are as they were.\n'
        : `${differences.join('\n')}\n`),
  )
  return differences.length === 0 ? exitCode.done : exitCode.failed
})

function wholeNumber(option: string, text: string, { most }: { most: number }): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number <= most) return number
  throw new UsageError(`${option} ${text} must be a whole number from 0 to ${most}`)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
