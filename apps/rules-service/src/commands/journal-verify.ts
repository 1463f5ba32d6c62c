import { ConfigError, readDatabaseConfig } from '../config.ts'
import { readHeadsFile } from '../journal/heads-folder.ts'
import { withDatabaseForReading } from '../journal/open-for-reading.ts'
import { verificationOf } from '../journal/verification-lines.ts'
import { securityLine, verifySecurityJournal } from '../journal/verify-security.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts'

try {
  const config = readDatabaseConfig()
  // Before the database: a service that is running may write more heads while the rows are read.
  const outside = config.headsFolder === null ? null : await readHeadsFile(config.headsFolder)
  const { programmes, security } = await withDatabaseForReading(config, async (database) => ({
    programmes: await verifyJournal(database, outside?.heads ?? []),
    security: await verifySecurityJournal(database),
  }))
  const { sound, lines } = verificationOf(programmes, outside)
  process.stdout.write(`${[securityLine(security), ...lines].join('\n')}\n`)
  process.exitCode = sound && security.fault === null ? 0 : 1
} catch (error) {
  const foreseen = error instanceof ConfigError || error instanceof EmbeddedDatabaseError
  process.stderr.write(`The journal could not be verified: ${foreseen ? error.message : String(error)}\n`)
  process.exitCode = 1
}
