import { execFile } from 'node:child_process'
import { chmod, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A small file system in memory that can be filled to its last byte. */
export interface SmallDisk {
  folder: string
  fill(): Promise<void>
  makeRoom(): Promise<void>
  remove(): Promise<void>
}

const run = promisify(execFile)
const SIZE = '320m'
const CHUNK = Buffer.alloc(64 * 1024)
const FILLER = 'filler'

/** Mounts one; null where this account may not. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
  } catch {
    await rm(folder, { recursive: true })
    return null
  }
  // The database server runs under another account when this one is root.
  await chmod(folder, 0o755)
  return {
    folder,
    fill: () => fill(join(folder, FILLER)),
    makeRoom: () => rm(join(folder, FILLER)),
    remove: async () => {
      await run('umount', ['-l', folder])
      await rm(folder, { recursive: true })
    },
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (;;) await file.write(CHUNK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}
