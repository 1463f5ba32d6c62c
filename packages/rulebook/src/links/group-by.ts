/** Items by each of their keys, in the order given; an item with several keys stands under each. */
export function groupBy<Item>(
  items: Iterable<Item>,
  keys: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
