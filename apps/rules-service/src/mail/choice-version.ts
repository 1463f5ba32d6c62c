import type { DigestChoice } from '@workplan/domain'
import { createHash } from 'node:crypto'

/**
 * The version of a choice, as it stands in `If-Match`: a number of up to nine digits worked out from what was chosen, so that
 * the same choice has the same version wherever it was made.
 */
export function choiceVersion({ frequency, weekday, address }: DigestChoice): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([frequency, weekday, address]))
    .digest()
  return digest.readUInt32BE() % 1_000_000_000
}
