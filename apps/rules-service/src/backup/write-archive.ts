import { createHash } from 'node:crypto'
import { type FileHandle, link, lstat, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { syncFolder } from '../durable-file.ts'
import { partName, SUMS } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { END, headingBlock, paddingAfter } from './tar-heading.ts'

const compress = promisify(gzip)

/** An archive that is being written. */
export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>
  /** Writes the sums and the end; the archive is on the disk, under its name, when this returns. */
  finish(): Promise<void>
  /** Removes what was written so far. */
  discard(): Promise<void>
}

/** What lines came to; see `Manifest`. */
export interface WrittenLines {
  rows: number
  parts: number
  sha256: string
}

const PART_BYTES = 1024 * 1024

/** Begins an archive, readable for our own account alone. Throws BackupError when there is such a file already. */
export async function createArchive(path: string): Promise<ArchiveWriter> {
  const unfinished = `${path}.unfinished`
  await refuseTaken(path)
  const file = await openNew(unfinished)
  const sums: string[] = []

  async function put(name: string, content: Buffer): Promise<void> {
    await write(file, name, content).catch((error: unknown) => {
      throw refusedFile(error, unfinished)
    })
  }

  async function add(name: string, content: Buffer): Promise<void> {
    sums.push(sumLine(name, content))
    await put(name, content)
  }

  return {
    add,
    finish: async () => {
      await put(SUMS, Buffer.from(sums.join('')))
      await file.appendFile(END)
      await file.sync()
      await file.close()
      await publish(unfinished, path)
    },
    discard: async () => {
      await file.close()
      await rm(unfinished, { force: true })
    },
  }
}

/** Adds lines as compressed parts of a folder, holding one part at a time in memory. */
export async function addLines(
  archive: ArchiveWriter,
  folder: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<WrittenLines> {
  const hash = createHash('sha256')
  let rows = 0
  let parts = 0
  let part: string[] = []
  let bytes = 0
  const flush = async () => {
    parts += 1
    await archive.add(partName(folder, parts), await compress(part.join('')))
    part = []
    bytes = 0
  }
  for await (const line of lines) {
    hash.update(line).update('\n')
    part.push(`${line}\n`)
    bytes += line.length
    rows += 1
    if (bytes >= PART_BYTES) await flush()
  }
  if (part.length > 0) await flush()
  return { rows, parts, sha256: hash.digest('hex') }
}

/** A line of the sums, in the form of `sha256sum`. */
export function sumLine(name: string, content: Buffer): string {
  return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`
}

async function write(file: FileHandle, name: string, content: Buffer): Promise<void> {
  await file.appendFile(headingBlock({ name, size: content.length }))
  await file.appendFile(content)
  await file.appendFile(Buffer.alloc(paddingAfter(content.length)))
}

/** Before everything is read for nothing. */
async function refuseTaken(path: string): Promise<void> {
  const taken = await lstat(path).catch(() => null)
  if (taken) throw takenBy(path, taken.isDirectory() ? 'folder' : 'file')
}

function takenBy(path: string, what: 'file' | 'folder' = 'file'): BackupError {
  return new BackupError(`There is a ${what} ${path} already. Remove it, or use --to.`)
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch (error) {
    throw refusedFile(error, path)
  }
}

/** A link cannot replace a file: an earlier backup stays. */
async function publish(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path)
  } catch (error) {
    throw refusedFile(error, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  await syncFolder(dirname(path))
}

function refusedFile(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST') return takenBy(path)
  return code ? new BackupError(`${path} cannot be written (${code}). Use --to with another place.`) : error
}
