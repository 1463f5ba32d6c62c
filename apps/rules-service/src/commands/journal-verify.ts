import { readDatabaseConfig } from '../config.ts'
import { verifyEverything } from '../journal/verify-everything.ts'
import { exitCode, readArguments, runToTheEnd, UsageError } from './command-line.ts'

const help = `pnpm journal:verify

Recomputes the chain of every journal, compares it with the signed heads outside the database, and the tables with it.
Reads only; the service may go on working meanwhile.

Where the data are is read from DATABASE_OWNER_URL, DATABASE_URL or WORKPLAN_DATA, and where the signed heads are from
WORKPLAN_HEADS, as by the service.

Ends with 0 when everything agrees, 1 when something does not or cannot be verified, 2 when called in another way.
`

await runToTheEnd('The journal could not be verified', help, async () => {
  const { values, positionals } = readArguments({})
  if (values.help) {
    process.stdout.write(help)
    return exitCode.done
  }
  if (positionals.length > 0) throw new UsageError(`${positionals.join(' ')} is not an option`)
  const { sound, lines } = await verifyEverything(readDatabaseConfig())
  process.stdout.write(`${lines.join('\n')}\n`)
  return sound ? exitCode.done : exitCode.failed
})
