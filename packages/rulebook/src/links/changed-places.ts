/**
 * The places at which two lists of records have another object, or null when they do not have the same ids in the same
 * places.
 */
export function changedPlaces(
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): number[] | null {
  if (before.length !== after.length) return null
  const changed: number[] = []
  for (let place = 0; place < after.length; place += 1) {
    if (before[place] === after[place]) continue
    if (before[place]?.id !== after[place]?.id) return null
    changed.push(place)
  }
  return changed
}
