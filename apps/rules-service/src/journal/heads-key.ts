import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'
import { keepFirst, replaceDurably } from '../durable-file.ts'
import { orInWords, readIfThere } from './heads-path.ts'

const KEY = 'private-key.pem'
/** The file of the key that signed heads are checked with. */
export const PUBLIC_KEY = 'public-key.pem'
const BEGIN_ANEW =
  'Put the right one back from a copy. If there is none, give the folder another name and start again: new heads begin, with ' +
  'a new key, and those of before can still be verified with WORKPLAN_HEADS naming their folder.'

/**
 * The private key to sign with, readable for our own account alone; the public one is put beside it. Both are made for a
 * folder that has no heads yet. Throws ConfigError when the key that signed what is there is not at hand any more.
 */
export async function signingKey(folder: string, hasHeads: boolean): Promise<KeyObject> {
  const [path, publicPath] = [join(folder, KEY), join(folder, PUBLIC_KEY)]
  // Before the private key, which is made first: another instance may be making both.
  const shown = await readIfThere(publicPath)
  if ((shown !== null || hasHeads) && (await readIfThere(path)) === null)
    throw new ConfigError(
      `${path} is gone, and the signed heads there cannot go on without it. ${BEGIN_ANEW}`,
    )
  const key = keyIn(await orInWords(path, keepFirst(path, newKey)), createPrivateKey)
  if (key === null) throw new ConfigError(`${path} is not a private key for signed heads. ${BEGIN_ANEW}`)
  const known = shown === null ? null : keyIn(shown, createPublicKey)
  const ours = createPublicKey(key)
  if (known !== null && !known.equals(ours))
    throw new ConfigError(`${KEY} and ${PUBLIC_KEY} in ${folder} do not belong together. ${BEGIN_ANEW}`)
  if (known === null)
    await orInWords(publicPath, replaceDurably(publicPath, ours.export({ type: 'spki', format: 'pem' })))
  return key
}

/** The public key to verify with; null when there is none. Throws ConfigError when it cannot be read, or is no such key. */
export async function verifyingKey(folder: string): Promise<KeyObject | null> {
  const path = join(folder, PUBLIC_KEY)
  const shown = await readIfThere(path)
  if (shown === null) return null
  const key = keyIn(shown, createPublicKey)
  if (key !== null) return key
  throw new ConfigError(
    `${path} is not a public key for signed heads. Put it back from a copy, or start the service once: it makes it anew ` +
      `from ${KEY}.`,
  )
}

function newKey(): string | Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
}

function keyIn(pem: string | Buffer, read: (pem: string | Buffer) => KeyObject): KeyObject | null {
  try {
    const key = read(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
