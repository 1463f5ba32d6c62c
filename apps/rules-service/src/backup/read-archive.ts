import { type FileHandle, open, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  FORM,
  MANIFEST,
  Manifest,
  partName,
  READ_ME,
  SIGNED_HEADS,
  SUMS,
  tableFolder,
} from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { BLOCK, END, paddingAfter, readHeading } from './tar-heading.ts'
import { sumLine } from './write-archive.ts'

const decompress = promisify(gunzip)

/** A file in an archive. */
export interface ArchiveEntry {
  name: string
  content: Buffer
}

interface PlacedEntry extends ArchiveEntry {
  /** Where its content is: from the first byte up to, not including, the last. */
  from: number
  to: number
}

/** No part comes near it; a damaged length must not ask for all memory. */
const LARGEST_ENTRY = 512 * 1024 * 1024
const LARGEST_PART = 1024 * 1024 * 1024

/**
 * Reads the whole archive and compares every byte with its sums, writing nothing. Throws BackupError, which says what
 * is wrong and where.
 */
export async function verifyArchive(path: string): Promise<Manifest> {
  const names: string[] = []
  const kept = new Map<string, string>()
  for await (const { name, content } of entriesOf(path)) {
    names.push(name)
    if (name === READ_ME || name === MANIFEST) kept.set(name, content.toString())
  }
  const form = /^Workplan backup, form (\d+)\n/.exec(kept.get(READ_ME) ?? '')?.[1]
  if (form === undefined) throw new BackupError(`${path} is a tar file, but not a backup of Workplan.`)
  if (Number(form) !== FORM)
    throw new BackupError(
      `${path} has form ${form}; this version of Workplan reads form ${FORM}. Use a newer one.`,
    )
  const manifest = Manifest.safeParse(asJson(kept.get(MANIFEST)))
  if (!manifest.success) throw new BackupError(`${path}: ${MANIFEST} is not as this version expects it.`)
  if (names.join('\n') !== expectedNames(manifest.data).join('\n'))
    throw new BackupError(`${path}: its files are not those that ${MANIFEST} tells of.`)
  return manifest.data
}

/** Throws BackupError unless there is a file to read: before a database is made for nothing. */
export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new BackupError(`There is no file ${path}.`)
  if (!found.isFile()) throw new BackupError(`${path} is no file. Name the file of the backup.`)
}

/** The files of an archive in order, but for the sums, which are compared when all others were read. */
export async function* entriesOf(path: string): AsyncGenerator<ArchiveEntry> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${path} cannot be read (${error.code}).`)
  })
  try {
    const { size } = await file.stat()
    const sums: { line: string; entry: PlacedEntry }[] = []
    for (let position = 0; ;) {
      const entry = await readEntry(file, position, size)
      if (entry.name === SUMS) {
        compareSums(entry, sums)
        await checkEnd(file, entry.to + paddingAfter(entry.content.length), size)
        return
      }
      sums.push({ line: sumLine(entry.name, entry.content), entry: { ...entry, content: Buffer.alloc(0) } })
      yield { name: entry.name, content: entry.content }
      position = entry.to + paddingAfter(entry.content.length)
    }
  } finally {
    await file.close()
  }
}

/** The lines of a part. */
export async function linesOf({ content }: ArchiveEntry): Promise<string[]> {
  const text = (await decompress(content, { maxOutputLength: LARGEST_PART })).toString()
  return text.split('\n').slice(0, -1)
}

async function readEntry(file: FileHandle, position: number, size: number): Promise<PlacedEntry> {
  const heading = readHeading(await readBytes(file, position, BLOCK, size))
  if (!heading || heading.size > LARGEST_ENTRY)
    throw new BackupError(
      position === 0
        ? 'This is not a backup of Workplan, or its very beginning is damaged (bytes 0 to 512).'
        : `The backup is damaged: bytes ${position} to ${position + BLOCK} are not the heading of a file.`,
    )
  const from = position + BLOCK
  const to = from + heading.size
  const content = await readBytes(file, from, heading.size, size)
  const padding = await readBytes(file, to, paddingAfter(heading.size), size)
  if (padding.some((byte) => byte !== 0))
    throw new BackupError(`The backup is damaged after ${heading.name}: bytes from ${to} on should be empty.`)
  return { name: heading.name, content, from, to }
}

async function readBytes(file: FileHandle, position: number, length: number, size: number): Promise<Buffer> {
  if (position + length > size)
    throw new BackupError(
      `The backup is cut off: it ends at byte ${size}, and goes on to ${position + length} at least.`,
    )
  const { buffer } = await file.read({ buffer: Buffer.alloc(length), position })
  return buffer
}

function compareSums({ content }: PlacedEntry, sums: readonly { line: string; entry: PlacedEntry }[]): void {
  const text = content.toString('latin1')
  if (text === sums.map(({ line }) => line).join('')) return
  const written = text.split('\n')
  const damaged = sums.find(({ line }, index) => line !== `${written[index]}\n`)?.entry
  throw new BackupError(
    damaged
      ? `The backup is damaged: ${damaged.name} (bytes ${damaged.from} to ${damaged.to}), or its line in ${SUMS}, is not what was written.`
      : `The backup is damaged: ${SUMS} names files that are not there.`,
  )
}

async function checkEnd(file: FileHandle, position: number, size: number): Promise<void> {
  const end = await readBytes(file, position, END.length, size)
  if (!end.equals(END) || size !== position + END.length)
    throw new BackupError(
      `The backup is damaged at its end: bytes from ${position} on are not what was written.`,
    )
}

function expectedNames({ tables, signedHeads }: Manifest): string[] {
  const parts = [
    ...tables.map(({ name, parts: count }) => ({ folder: tableFolder(name), count })),
    { folder: SIGNED_HEADS, count: signedHeads?.parts ?? 0 },
  ]
  return [
    READ_ME,
    ...parts.flatMap(({ folder, count }) =>
      Array.from({ length: count }, (_, index) => partName(folder, index + 1)),
    ),
    MANIFEST,
  ]
}

function asJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
