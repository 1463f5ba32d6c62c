import { z } from 'zod'
import { drill } from '../testing/restore-drill.ts'
import { testDatabaseUrl } from '../testing/config.ts'
import { exitCode, readArguments, runToTheEnd, tell } from './command-line.ts'

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
  const changes = z.coerce.number().int().min(0).max(100_000).parse(values.changes)
  const seed = z.coerce.number().int().parse(values.seed)
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

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
