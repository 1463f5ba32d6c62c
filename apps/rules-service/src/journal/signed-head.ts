import { type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { SECURITY_CHAIN } from '../sign-in/security-journal.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { ChainHead } from './check-chain.ts'

/** The head of a journal at a moment. */
export interface WitnessedHead extends ChainHead {
  /** Whose it is: a programme's id, or SECURITY_CHAIN. */
  programme: string
  /** When it was seen, as ISO time. */
  at: string
}

const SignedHead = z.strictObject({
  programme: z.string(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  signature: z.base64(),
})

/** Heads that were read back, and how many lines were no such thing. */
export interface ReadHeads {
  /** Those of programmes. */
  heads: WitnessedHead[]
  /** Those of the journal of sign-ins and roles. */
  security: WitnessedHead[]
  /** Lines that are cut off or not of this form, as after a crash in the middle of a write. */
  unreadable: number
  /** Lines with a signature that is not ours. */
  forged: number
}

/** A head as one line of the file, with its Ed25519 signature. */
export function signedLine(head: WitnessedHead, privateKey: KeyObject): string {
  const signature = sign(null, signedText(head), privateKey).toString('base64')
  return `${JSON.stringify({ ...head, signature })}\n`
}

/** The heads of a file of signed lines. */
export function readSignedLines(text: string, publicKey: KeyObject): ReadHeads {
  const read: ReadHeads = { heads: [], security: [], unreadable: 0, forged: 0 }
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const parsed = SignedHead.safeParse(asJson(line))
    if (!parsed.success) {
      read.unreadable += 1
      continue
    }
    const { signature, ...head } = parsed.data
    if (!verify(null, signedText(head), publicKey, Buffer.from(signature, 'base64'))) read.forged += 1
    else if (head.programme === SECURITY_CHAIN) read.security.push(head)
    else read.heads.push(head)
  }
  return read
}

function signedText({ programme, seq, hash, at }: WitnessedHead): Buffer {
  return Buffer.from(canonicalJson([programme, seq, hash, at]))
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
