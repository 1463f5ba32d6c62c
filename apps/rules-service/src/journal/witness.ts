import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '../store/database.ts'
import { inProgramme } from '../store/isolation.ts'
import { journalHeads } from '../store/schema/index.ts'
import type { HeadsFile } from './heads-folder.ts'

/** Writes the heads of journals to a place outside the database. */
export interface Witness {
  /** The last sequence number that was written for a programme; 0 when none was since the start. */
  seenUpTo(programme: string): number
  /** Returns when the head of the programme, as committed now or later, is outside. Never rejects. */
  see(programme: string): Promise<void>
  close(): Promise<void>
}

interface Sources {
  database: Database
  file: HeadsFile
  now: () => Date
  log: Pick<Logger, 'error'>
}

/**
 * Those who ask while a write is under way share the next one. A head that cannot be written is logged and does not
 * undo the change, which is committed by then; the next head covers it.
 */
export function createWitness({ database, file, now, log }: Sources): Witness {
  const seen = new Map<string, number>()
  let waiting = new Set<string>()
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  async function write(): Promise<void> {
    const programmes = [...waiting]
    waiting = new Set()
    next = null
    try {
      const heads = await Promise.all(programmes.map((programme) => headOf(database, programme)))
      const fresh = heads.flat().filter(({ programme, seq }) => seq > (seen.get(programme) ?? 0))
      if (fresh.length === 0) return
      const at = now().toISOString()
      await file.append(fresh.map(({ programme, seq, hash }) => ({ programme, seq, hash, at })))
      for (const { programme, seq } of fresh) seen.set(programme, seq)
    } catch (error) {
      log.error(
        { err: error, programmes },
        'the head of the journal could not be written outside the database',
      )
    }
  }

  return {
    seenUpTo: (programme) => seen.get(programme) ?? 0,
    see(programme) {
      waiting.add(programme)
      next ??= running = running.then(write)
      return next
    },
    close: async () => {
      await running
      await file.close()
    },
  }
}

function headOf(database: Database, programme: string) {
  return inProgramme(database, programme, (db) =>
    db.select().from(journalHeads).where(eq(journalHeads.programme, programme)),
  )
}
