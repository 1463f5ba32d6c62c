import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { DatabaseConfig } from '../config.ts'
import { readHeadsFile } from '../journal/heads-folder.ts'
import type { WitnessedHead } from '../journal/signed-head.ts'
import { settleLeftHeads } from '../journal/unsettled-heads.ts'
import { readSecurityHead, SECURITY_CHAIN } from '../sign-in/security-journal.ts'
import type { Transaction } from '../store/database.ts'
import { alone } from '../store/migrate-database.ts'
import { AfterRestoreError } from './after-restore-error.ts'
import type { Manifest } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { withDatabaseForRestoring } from './open-for-restoring.ts'
import { prepareHeads, type PreparedHeads } from './prepare-heads.ts'
import { requireFile } from './read-archive.ts'
import { type Restored, restoreBackup, type RestoreRequest } from './restore-backup.ts'

interface RestoredWithHeads extends Restored {
  /** The file that keeps the heads of before; null when there were none, or when they go on. */
  headsKeptIn: string | null
}

/**
 * Restores an archive into the configured database, and signs the ends of the restored journals in the folder for heads,
 * so that they are watched over from the start. Heads of before that are not of these journals are kept under another
 * name; those of programmes that stay as they are go on. Throws BackupError and EmbeddedDatabaseError when nothing is
 * restored, and AfterRestoreError.
 */
export async function restoreWithHeads(
  config: DatabaseConfig,
  request: Omit<RestoreRequest, 'inspect' | 'mark'>,
  report: (line: string) => void,
): Promise<RestoredWithHeads> {
  const { headsFolder } = config
  await requireFile(request.from)
  return withDatabaseForRestoring(
    config,
    async (connection) => {
      if (headsFolder === null)
        return { ...(await restoreBackup(connection, request, report)), headsKeptIn: null }
      await alone(connection, (db) => settleLeftHeads(headsFolder, db, report))
      return restoreBesideHeads(headsFolder, (beside) =>
        restoreBackup(connection, { ...request, ...beside }, report),
      )
    },
    report,
  )

  async function restoreBesideHeads(
    folder: string,
    restore: (beside: Pick<RestoreRequest, 'inspect' | 'mark'>) => Promise<Restored>,
  ): Promise<RestoredWithHeads> {
    const mark = randomUUID()
    const kept = await readHeadsFile(folder)
    const before = [...(kept?.security ?? []), ...(kept?.heads ?? [])]
    const at = request.now().toISOString()
    const prepared: PreparedHeads[] = []
    const inspect = async (db: Transaction, { programme, heads }: Manifest) => {
      const goOn = !request.replace && (await areOfJournalsIn(db, before.filter(isRestored(programme))))
      const ofOthers = goOn || request.replace ? [] : before.filter((head) => !isRestored(programme)(head))
      const security = await readSecurityHead(db)
      const ends = security ? [{ ...security, programme: SECURITY_CHAIN }, ...heads] : heads
      const signed = [...ofOthers, ...ends.map((head) => ({ ...head, at }))]
      const ready = await prepareHeads(folder, { heads: signed, goOn, mark, at }).catch((error: Error) => {
        throw new BackupError(`The signed heads cannot be written in ${folder} (${error.message}).`)
      })
      prepared.push(ready)
    }
    let restored: Restored
    try {
      restored = await restore({ inspect, mark })
    } catch (error) {
      for (const heads of prepared) await heads.discard()
      throw error
    }
    try {
      const [headsKeptIn = null] = await Promise.all(prepared.map((heads) => heads.settle()))
      return { ...restored, headsKeptIn }
    } catch (error) {
      const advice = 'Put that right, and run the restore again with --replace.'
      throw new AfterRestoreError(`the ends of its journals are not signed in ${folder}. ${advice}`, error)
    }
  }
}

/** Whether a head is of a journal that is restored: that of one programme, or any, that of sign-ins among them. */
function isRestored(programme: string | null): (head: WitnessedHead) => boolean {
  return (head) => programme === null || head.programme === programme
}

/** Whether each head is the hash of a row in a journal, none of them beyond its end. */
async function areOfJournalsIn(db: Transaction, heads: readonly WitnessedHead[]): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from json_to_recordset(${JSON.stringify(heads)}::json) as h(programme text, seq int, hash text)
      left join (select programme, seq, hash from journal
        union all select ${SECURITY_CHAIN}, seq, hash from security_journal) j using (programme, seq)
      where j.hash is distinct from h.hash limit 1`)
  return rows.length === 0
}
