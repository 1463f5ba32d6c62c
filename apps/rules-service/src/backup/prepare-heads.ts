import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from '../durable-file.ts'
import { HEADS, openHeadsFile } from '../journal/heads-folder.ts'
import type { WitnessedHead } from '../journal/signed-head.ts'
import { removeUnsettled, settleHeads, writeUnsettled } from '../journal/unsettled-heads.ts'

/** Signed heads that wait for what they are of to be committed. */
export interface PreparedHeads {
  /** Puts them in place. Answers with the file that keeps those of before; null when there were none, or they go on. */
  settle(): Promise<string | null>
  /** Leaves everything as it was. */
  discard(): Promise<void>
}

interface NewHeads {
  heads: readonly WitnessedHead[]
  /** Whether those that are there go on, or are set aside. */
  goOn: boolean
  /** What the database is marked with once these are to be put in place. */
  mark: string
  at: string
}

/**
 * Does all that may fail before heads can be put in place: makes the folder and the key, and sees that there is room. Should
 * nobody settle them, the next start of the service does, if the database has the mark.
 */
export async function prepareHeads(
  folder: string,
  { heads, goOn, mark, at }: NewHeads,
): Promise<PreparedHeads> {
  const file = await openHeadsFile(folder)
  const lines = heads.map(file.sign)
  await file.close()
  const before = goOn ? '' : await readFile(join(folder, HEADS), 'utf8')
  const kept = before === '' ? null : `heads.before-${at.replaceAll(/\D/g, '').slice(0, 14)}.jsonl`
  if (kept !== null) await replaceDurably(join(folder, kept), before)
  const unsettled = { mark, kept, lines }
  await writeUnsettled(folder, unsettled)
  return {
    settle: async () => {
      await settleHeads(folder, unsettled)
      return kept
    },
    discard: async () => {
      await removeUnsettled(folder)
      if (kept !== null) await rm(join(folder, kept), { force: true })
    },
  }
}
