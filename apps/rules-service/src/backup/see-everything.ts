import { sql } from 'drizzle-orm'
import type { Transaction } from '../store/database.ts'
import { BackupError } from './backup-error.ts'

const SETTINGS = [
  `timezone = 'UTC'`,
  `datestyle = 'ISO, YMD'`,
  `intervalstyle = 'iso_8601'`,
  'extra_float_digits = 1',
  `bytea_output = 'hex'`,
  // Whoever owns the tables sees every programme with this, and nobody else does.
  `workplan.programme = '*'`,
]

/**
 * To the end of the transaction: makes every server write values alike, and shows the rows of every programme. Throws
 * BackupError when the role of the connection would not see all of them.
 */
export async function seeEverythingAlike(db: Transaction): Promise<void> {
  for (const setting of SETTINGS) await db.execute(sql.raw(`set local ${setting}`))
  const { rows } = await db.execute<{ name: string }>(sql`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not pg_has_role(current_user, c.relowner, 'usage')
    order by 1`)
  if (rows.length > 0)
    throw new BackupError(
      `The role of this connection does not own the tables (${rows.map(({ name }) => name).join(', ')}), ` +
        'and so may not see every row. Connect as their owner.',
    )
}
