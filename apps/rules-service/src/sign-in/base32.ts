const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A text's bytes in base 32 without padding (RFC 4648), as authenticator apps take a secret. */
export function toBase32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
