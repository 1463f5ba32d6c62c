import type { Finding } from '../src/evaluator/findings.ts'

/** A sum over the flags of a programme that does not depend on their order: their number and the sum of their hashes. */
export function checksumOf(found: readonly Finding[]): string {
  const sum = found.reduce(
    (total, { rule, subject }) => (total + hashOf(`${rule.id} ${subject.id}`)) >>> 0,
    0,
  )
  return `${found.length}:${sum.toString(16)}`
}

/** FNV-1a of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
