import { sql } from 'drizzle-orm'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseConfig } from '../config.ts'
import { openHeadsFile, readHeadsFile } from '../journal/heads-folder.ts'
import type { WitnessedHead } from '../journal/signed-head.ts'
import type { Transaction } from '../store/database.ts'
import type { Manifest } from './archive-form.ts'
import { withDatabaseForRestoring } from './open-for-restoring.ts'
import { type Restored, restoreBackup, type RestoreRequest } from './restore-backup.ts'

interface RestoredWithHeads extends Restored {
  /** The file that keeps the heads of before; null when there were none, or when they go on. */
  headsKeptIn: string | null
}

/**
 * Restores an archive into the configured database, and signs the ends of the restored journals in the folder for heads,
 * so that they are watched over from the start. Heads of before that are not of these journals are kept under another
 * name. Throws BackupError and EmbeddedDatabaseError.
 */
export async function restoreWithHeads(
  config: DatabaseConfig,
  request: Omit<RestoreRequest, 'inspect'>,
  report: (line: string) => void,
): Promise<RestoredWithHeads> {
  const { headsFolder } = config
  const before = (headsFolder && (await readHeadsFile(headsFolder))?.heads) || []
  let goOn = !request.replace
  const inspect = async (db: Transaction, { programme }: Manifest) => {
    if (programme === null) goOn &&= await areOfJournalsIn(db, before)
  }
  const restored = await withDatabaseForRestoring(
    config,
    (connection) => restoreBackup(connection, { ...request, inspect }, report),
    report,
  )
  if (headsFolder === null) return { ...restored, headsKeptIn: null }
  const at = request.now().toISOString()
  const headsKeptIn = goOn ? null : await setHeadsAside(headsFolder, at)
  const file = await openHeadsFile(headsFolder)
  await file.append(restored.manifest.heads.map((head) => file.sign({ ...head, at })))
  await file.close()
  return { ...restored, headsKeptIn }
}

/** Whether each head is the hash of a row in a journal, none of them beyond its end. */
async function areOfJournalsIn(db: Transaction, heads: readonly WitnessedHead[]): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from json_to_recordset(${JSON.stringify(heads)}::json) as h(programme text, seq int, hash text)
      left join journal j using (programme, seq)
      where j.hash is distinct from h.hash limit 1`)
  return rows.length === 0
}

async function setHeadsAside(folder: string, at: string): Promise<string | null> {
  const kept = `heads.before-${at.replaceAll(/\D/g, '').slice(0, 14)}.jsonl`
  try {
    await rename(join(folder, 'heads.jsonl'), join(folder, kept))
    return kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
