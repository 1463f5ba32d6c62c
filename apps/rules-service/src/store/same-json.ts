/** True when two values of plain JSON are the same, whatever the order of their keys. Quick for thousands of flags. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) return sameList(one, other)
  const keys = Object.keys(one)
  if (Object.keys(other).length !== keys.length) return false
  for (const key of keys) {
    if (!Object.hasOwn(other, key)) return false
    if (!sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
      return false
  }
  return true
}

function sameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  for (let place = 0; place < one.length; place += 1) if (!sameJson(one[place], other[place])) return false
  return true
}
