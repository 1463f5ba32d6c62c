/** A map of which few entries are otherwise, over the map that has the rest. */
interface Layers<Value> {
  base: ReadonlyMap<string, Value>
  changed: ReadonlyMap<string, Value>
}

/** A map with so many changes is copied, so that reading it stays quick. */
const MOST_CHANGES = 64

const layersOf = new WeakMap<ReadonlyMap<string, unknown>, Layers<unknown>>()

/**
 * A map with these entries, in which those of other keys stand as in `before`: neither copied nor changed, as a programme has
 * thousands of them and most changes touch a few. New keys come last, as in a map.
 */
export function changedMap<Value>(
  before: ReadonlyMap<string, Value>,
  entries: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (entries.size === 0) return before
  const known = layersOf.get(before) as Layers<Value> | undefined
  const base = known?.base ?? before
  const changed = known ? new Map([...known.changed, ...entries]) : entries
  const map = layeredMap({ base, changed })
  return changed.size > MOST_CHANGES ? new Map(map) : map
}

function layeredMap<Value>(layers: Layers<Value>): ReadonlyMap<string, Value> {
  const { base, changed } = layers
  const added = [...changed].filter(([key]) => !base.has(key))

  function* entries(): MapIterator<[string, Value]> {
    for (const entry of base) {
      const [key] = entry
      yield changed.has(key) ? [key, changed.get(key) as Value] : entry
    }
    yield* added
  }
  function* keys(): MapIterator<string> {
    yield* base.keys()
    for (const [key] of added) yield key
  }
  function* values(): MapIterator<Value> {
    for (const [, value] of entries()) yield value
  }
  const map: ReadonlyMap<string, Value> = {
    size: base.size + added.length,
    has: (key) => changed.has(key) || base.has(key),
    get: (key) => (changed.has(key) ? changed : base).get(key),
    forEach(callback, self) {
      for (const [key, value] of entries()) callback.call(self, value, key, map)
    },
    entries,
    keys,
    values,
    [Symbol.iterator]: entries,
  }
  layersOf.set(map, layers)
  return map
}
