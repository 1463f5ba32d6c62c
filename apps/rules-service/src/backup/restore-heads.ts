import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { openHeadsFile } from '../journal/heads-folder.ts'
import type { Manifest } from './archive-form.ts'

/**
 * Signs the ends of the restored journals in the folder for heads, so that they are watched over from the start. With
 * `replaced`, heads of the data before are kept under another name: they are of journals that are not there any more.
 */
export async function signRestoredHeads(
  folder: string,
  { heads }: Pick<Manifest, 'heads'>,
  { replaced, now }: { replaced: boolean; now: () => Date },
): Promise<void> {
  const at = now().toISOString()
  const file = join(folder, 'heads.jsonl')
  if (replaced)
    await rename(file, join(folder, `heads.before-${at.replaceAll(/\D/g, '').slice(0, 14)}.jsonl`)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      },
    )
  const written = await openHeadsFile(folder)
  await written.append(heads.map((head) => written.sign({ ...head, at })))
  await written.close()
}
