import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import { z } from 'zod'
import { ConfigError } from '../config.ts'
import type { Database } from './database.ts'

const DurabilitySettings = z.object({
  fsync: z.string(),
  full_page_writes: z.string(),
  synchronous_commit: z.string(),
  data_checksums: z.string(),
})

/** The settings of PostgreSQL by which a committed change is safe, as `current_setting` tells them. */
type DurabilitySettings = z.infer<typeof DurabilitySettings>

/**
 * Throws ConfigError when the server, as the sessions of this pool see it, may forget what it committed. Checksums
 * that are missing lose nothing by themselves: they are warned of.
 */
export async function refuseForgetfulServer(database: Database, log: Pick<Logger, 'warn'>): Promise<void> {
  const { rows } = await database.execute(sql`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums`)
  const settings = DurabilitySettings.parse(rows[0])
  if (settings.data_checksums === 'off')
    log.warn('the database keeps no data checksums: a page that the disk altered is not noticed')
  const faults = forgetfulSettings(settings)
  if (faults.length === 0) return
  throw new ConfigError(
    `Workplan promises that a saved change stays, and this database may lose one: ${faults.join('; ')}. ` +
      'docs/durability.md says what is promised.',
  )
}

/**
 * What each setting that is off may cost, and what to do. Every `synchronous_commit` but `off` survives a crash of the
 * server (PostgreSQL, Write Ahead Log, Settings).
 */
export function forgetfulSettings(settings: DurabilitySettings): string[] {
  return [
    ...(settings.fsync === 'off'
      ? [
          'fsync is off, so that a power cut can ruin all of it (set fsync = on in postgresql.conf and reload)',
        ]
      : []),
    ...(settings.full_page_writes === 'off'
      ? [
          'full_page_writes is off, so that a page half written at a power cut stays so ' +
            '(set full_page_writes = on in postgresql.conf and reload)',
        ]
      : []),
    ...(settings.synchronous_commit === 'off'
      ? [
          'synchronous_commit is off, so that the last changes are gone after a crash ' +
            '(set it to on where it was set off: postgresql.conf, the database, or the role)',
        ]
      : []),
  ]
}
