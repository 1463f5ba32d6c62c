import { readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from '../durable-file.ts'
import { HEADS, openHeadsFile } from '../journal/heads-folder.ts'
import type { WitnessedHead } from '../journal/signed-head.ts'

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
  at: string
}

const NEXT = 'heads.next.jsonl'

/** Does all that may fail before heads can be put in place: makes the folder and the key, and sees that there is room. */
export async function prepareHeads(folder: string, { heads, goOn, at }: NewHeads): Promise<PreparedHeads> {
  const file = await openHeadsFile(folder)
  const [path, next] = [join(folder, HEADS), join(folder, NEXT)]
  const lines = heads.map(file.sign)
  const kept = goOn ? null : `heads.before-${at.replaceAll(/\D/g, '').slice(0, 14)}.jsonl`
  const before = kept === null ? '' : await readFile(path, 'utf8')
  await replaceDurably(next, lines.join(''))
  if (kept !== null && before !== '') await replaceDurably(join(folder, kept), before)
  return {
    settle: async () => {
      await rm(next)
      // The file stays the same one: a service that serves other programmes may have it open to add to.
      if (kept !== null) await truncate(path)
      await file.append(lines)
      await file.close()
      return before === '' ? null : kept
    },
    discard: async () => {
      await file.close()
      await rm(next, { force: true })
      if (kept !== null) await rm(join(folder, kept), { force: true })
    },
  }
}
