import type { Audience } from '@workplan/domain'

/**
 * True when work or an answer counts as support for these people. Children and the workforce have to be named: what
 * is said of all ages without naming anyone counts for adults only, so that blanks for the others show.
 */
export function supports(audience: readonly Audience[], wanted: Audience): boolean {
  if (wanted === 'all' || audience.includes(wanted)) return true
  return wanted === 'adult' && (audience.length === 0 || audience.includes('all'))
}

/** True when a gap or a requirement touches these people: what holds for all ages touches adults and children. */
export function concerns(audience: readonly Audience[], wanted: Audience): boolean {
  if (wanted === 'all' || audience.includes(wanted)) return true
  return wanted !== 'workforce' && audience.includes('all')
}
