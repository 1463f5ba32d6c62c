import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepFirst, replaceDurably, syncFolder } from '../durable-file.ts'
import { type ReadHeads, readSignedLines, signedLine, type WitnessedHead } from './signed-head.ts'

const KEY = 'private-key.pem'
const PUBLIC_KEY = 'public-key.pem'
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

/** Opens the file of heads in the folder for adding, with the key pair that is made there at the first call. */
export async function openHeadsFile(folder: string): Promise<HeadsFile> {
  await mkdir(folder, { recursive: true })
  const key = await keptKey(folder)
  // What is appended is on the disk when the append is answered.
  const file = await open(join(folder, HEADS), 'as', 0o600)
  await syncFolder(folder)
  let unfinished = !(await endsInNewLine(join(folder, HEADS)))
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

/** The signed heads in the folder; null when there is no such file or no public key to check it with. */
export async function readHeadsFile(folder: string): Promise<ReadHeads | null> {
  const publicKey = await readFile(join(folder, PUBLIC_KEY)).catch(() => null)
  const text = await readFile(join(folder, HEADS), 'utf8').catch(() => null)
  return publicKey === null || text === null ? null : readSignedLines(text, createPublicKey(publicKey))
}

/** The private key, readable for our own account alone; the public one is put beside it. */
async function keptKey(folder: string): Promise<KeyObject> {
  const kept = await keepFirst(join(folder, KEY), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  const key = createPrivateKey(kept)
  const shown = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const path = join(folder, PUBLIC_KEY)
  if ((await readFile(path, 'utf8').catch(() => null)) !== shown) await replaceDurably(path, shown)
  return key
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
