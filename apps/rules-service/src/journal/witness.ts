import type { Logger } from 'pino'
import type { ChainHead } from './check-chain.ts'
import type { HeadsFile } from './heads-folder.ts'

/** A head that is signed, and only needs to be written. */
export interface SignedHead extends ChainHead {
  programme: string
  line: string
}

/** Writes the heads of journals to a place outside the database. */
export interface Witness {
  /** The last sequence number that was written for a programme; 0 when none was since the start. */
  seenUpTo(programme: string): number
  /** Signs a head, also before it is committed: nothing is written. */
  sign(programme: string, head: ChainHead): SignedHead
  /** Returns when this committed head, or a later one of its programme, is outside. Never rejects. */
  see(head: SignedHead): Promise<void>
  close(): Promise<void>
}

interface Sources {
  file: HeadsFile
  now: () => Date
  log: Pick<Logger, 'error'>
}

/**
 * Those who ask while a write is under way share the next one. A head that cannot be written is logged and does not
 * undo the change, which is committed by then; the next head covers it.
 */
export function createWitness({ file, now, log }: Sources): Witness {
  const seen = new Map<string, number>()
  let waiting = new Map<string, SignedHead>()
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  const seenUpTo = (programme: string) => seen.get(programme) ?? 0

  async function write(): Promise<void> {
    const heads = [...waiting.values()].filter(({ programme, seq }) => seq > seenUpTo(programme))
    waiting = new Map()
    next = null
    if (heads.length === 0) return
    try {
      await file.append(heads.map(({ line }) => line))
      for (const { programme, seq } of heads) seen.set(programme, seq)
    } catch (error) {
      log.error(
        { err: error, programmes: heads.map(({ programme }) => programme) },
        'the head of the journal could not be written outside the database',
      )
    }
  }

  return {
    seenUpTo,
    sign(programme, { seq, hash }) {
      const line = file.sign({ programme, seq, hash, at: now().toISOString() })
      return { programme, seq, hash, line }
    },
    see(head) {
      if (head.seq > (waiting.get(head.programme)?.seq ?? 0)) waiting.set(head.programme, head)
      next ??= running = running.then(write)
      return next
    },
    close: async () => {
      await running
      await file.close()
    },
  }
}
