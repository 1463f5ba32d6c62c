import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Makes a folder with those above it. Not by `recursive`, which tries for ever where nothing can be made in a folder that
 * is there, as in /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder && !(await stat(above).catch(() => null))) await makeFolder(above)
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another start made it meanwhile.
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
  })
}

/** Writes a new file, readable for our own account alone, and returns when it is on the disk. Its name is, after syncFolder. */
export async function writeDurably(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The content of a file that is made at the first call, whole or not at all: of several makers the first one's stays. */
export async function keepFirst(path: string, make: () => string | Buffer): Promise<Buffer> {
  const known = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (known) return known
  await viaDraft(path, make(), async (draft) => {
    // A link cannot replace a file.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  })
  return readFile(path)
}

/** Puts a file in the place of another, if there is one: whoever looks finds the one or the other, also after a power cut. */
export function replaceDurably(path: string, content: string | Buffer): Promise<void> {
  return viaDraft(path, content, (draft) => rename(draft, path))
}

/** Returns when the names in a folder are on the disk. Windows knows no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** Returns when a folder is on the disk with all it holds, links aside. Windows knows no such thing. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    // A file is synced like the names in a folder.
    else if (entry.isFile()) await syncFolder(path)
  }
  await syncFolder(folder)
}

async function viaDraft(
  path: string,
  content: string | Buffer,
  publish: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await writeDurably(draft, content)
    await publish(draft)
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(dirname(path))
}
