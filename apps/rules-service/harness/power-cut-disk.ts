import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A disk of its own, with an ext4 file system, whose power can be cut. */
export interface PowerCutDisk {
  folder: string
  /** From here on the disk has what was written to it by then; what the system still had in memory is lost. */
  cut(): Promise<void>
  /** The disk again, as it was when the power was cut. Whoever had files open on it must be gone. */
  plugIn(): Promise<void>
  remove(): Promise<void>
}

const run = promisify(execFile)
const SIZE = 2 * 1024 ** 3
const UNMOUNTED_WITHIN_MS = 20_000

/** EXT4_IOC_SHUTDOWN without flushing the log: how those who test file systems cut the power. */
const CUT = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))
`

/** Makes one; throws with what is missing where this account may not mount, or there is no mkfs.ext4 or python3. */
export async function makePowerCutDisk(): Promise<PowerCutDisk> {
  const place = await mkdtemp(join(tmpdir(), 'workplan-power-'))
  await chmod(place, 0o755)
  const image = join(place, 'disk')
  const folder = join(place, 'mounted')
  const mount = () => run('mount', ['-o', 'loop', image, folder])
  try {
    await run('python3', ['--version'])
    await mkdir(folder)
    const file = await open(image, 'w')
    await file.truncate(SIZE)
    await file.close()
    await run('mkfs.ext4', ['-q', '-F', image])
    await mount()
  } catch (error) {
    await rm(place, { recursive: true })
    throw new Error(
      'A disk whose power can be cut needs Linux, root, mkfs.ext4, python3 and loop devices: ' +
        (error instanceof Error ? error.message : String(error)),
      { cause: error },
    )
  }
  return {
    folder,
    cut: async () => {
      await run('python3', ['-c', CUT, folder])
    },
    plugIn: async () => {
      await unmount(folder)
      await mount()
    },
    remove: async () => {
      await unmount(folder)
      await rm(place, { recursive: true })
    },
  }
}

/** Processes that were killed hold their files a moment longer. */
async function unmount(folder: string): Promise<void> {
  const until = performance.now() + UNMOUNTED_WITHIN_MS
  for (;;) {
    try {
      await run('umount', [folder])
      return
    } catch (error) {
      if (performance.now() > until) throw error
      await sleep(50)
    }
  }
}
