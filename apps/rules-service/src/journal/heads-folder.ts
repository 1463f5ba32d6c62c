import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'
import { makeFolder, syncFolder } from '../durable-file.ts'
import { signingKey, verifyingKey } from './heads-key.ts'
import { orInWords, readIfThere } from './heads-path.ts'
import { type ReadHeads, readSignedLines, signedLine, type WitnessedHead } from './signed-head.ts'

/** The file of signed heads in its folder. */
export const HEADS = 'heads.jsonl'

/** A file of signed heads that can be added to. */
export interface HeadsFile {
  /** A head as a line of the file, signed. */
  sign(head: WitnessedHead): string
  /** Adds signed lines, and returns when they are on the disk. One call at a time. */
  append(lines: readonly string[]): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the file of heads in the folder for adding, with the key pair that is made there at the first call. Throws ConfigError
 * when that cannot be done.
 */
export async function openHeadsFile(folder: string): Promise<HeadsFile> {
  const path = join(folder, HEADS)
  await orInWords(folder, makeFolder(folder))
  const key = await signingKey(folder, Boolean(await readIfThere(path)))
  // What is appended is on the disk when the append is answered.
  const file = await orInWords(path, open(path, 'as', 0o600))
  await syncFolder(folder)
  let unfinished = !(await endsInNewLine(path))
  return {
    sign: (head) => signedLine(head, key),
    append: async (lines) => {
      const text = lines.join('')
      await writeWhole(file, unfinished ? `\n${text}` : text)
      unfinished = false
    },
    close: () => file.close(),
  }
}

/** Writes to the end. `appendFile` goes through more steps for one line, and somebody waits for it. */
async function writeWhole(file: FileHandle, text: string): Promise<void> {
  for (let rest = Buffer.from(text); rest.length > 0;) {
    const { bytesWritten } = await file.write(rest)
    rest = rest.subarray(bytesWritten)
  }
}

/**
 * The signed heads in the folder, none when only their key is there; null when there is neither. Throws ConfigError when they
 * are there and cannot be read or checked. `instead` is read in the place of what the file holds.
 */
export async function readHeadsFile(folder: string, instead?: string): Promise<ReadHeads | null> {
  const text = instead ?? (await readIfThere(join(folder, HEADS)))
  const key = await verifyingKey(folder)
  if (key !== null) return readSignedLines(text ?? '', key)
  if (text === null) return null
  throw new ConfigError(
    `${folder} has signed heads, and no public key to check them with. Put public-key.pem back there from a copy, or start ` +
      'the service once, which makes it anew from private-key.pem.',
  )
}

/** A crash in the middle of a write leaves a line without its end. */
async function endsInNewLine(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) return true
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 })
    return buffer.toString() === '\n'
  } finally {
    await file.close()
  }
}
