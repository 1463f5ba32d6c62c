/** Each item once, in the order in which they first come. Meant for few different items: every one is compared with all. */
export function unique<Item>(items: readonly Item[]): Item[] {
  if (items.length < 2) return items.slice()
  const found: Item[] = []
  for (const item of items) if (!found.includes(item)) found.push(item)
  return found
}
