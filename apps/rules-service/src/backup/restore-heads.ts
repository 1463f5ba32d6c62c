import { sql } from 'drizzle-orm'
import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseConfig } from '../config.ts'
import { replaceDurably } from '../durable-file.ts'
import { HEADS, openHeadsFile, readHeadsFile } from '../journal/heads-folder.ts'
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
 * name; those of programmes that stay as they are go on. Throws BackupError and EmbeddedDatabaseError.
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
    goOn &&= await areOfJournalsIn(db, before.filter(isRestored(programme)))
  }
  const restored = await withDatabaseForRestoring(
    config,
    (connection) => restoreBackup(connection, { ...request, inspect }, report),
    report,
  )
  if (headsFolder === null) return { ...restored, headsKeptIn: null }
  const at = request.now().toISOString()
  const { programme, heads } = restored.manifest
  const headsKeptIn = goOn ? null : await setHeadsAside(headsFolder, at)
  const ofOthers = goOn || request.replace ? [] : before.filter((head) => !isRestored(programme)(head))
  const file = await openHeadsFile(headsFolder)
  await file.append([...ofOthers, ...heads.map((head) => ({ ...head, at }))].map(file.sign))
  await file.close()
  return { ...restored, headsKeptIn }
}

/** Whether a head is of a journal that is restored: that of one programme, or any. */
function isRestored(programme: string | null): (head: WitnessedHead) => boolean {
  return (head) => programme === null || head.programme === programme
}

/** Whether each head is the hash of a row in a journal, none of them beyond its end. */
async function areOfJournalsIn(db: Transaction, heads: readonly WitnessedHead[]): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from json_to_recordset(${JSON.stringify(heads)}::json) as h(programme text, seq int, hash text)
      left join journal j using (programme, seq)
      where j.hash is distinct from h.hash limit 1`)
  return rows.length === 0
}

/** The file stays the same one, emptied: a service that serves other programmes may have it open to add to. */
async function setHeadsAside(folder: string, at: string): Promise<string | null> {
  const [path, kept] = [join(folder, HEADS), `heads.before-${at.replaceAll(/\D/g, '').slice(0, 14)}.jsonl`]
  try {
    await replaceDurably(join(folder, kept), await readFile(path))
    await truncate(path)
    return kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
