/** An answer that is a list, one page of it. */
interface Page<Item> {
  items: Item[]
  next: string | null
}

/**
 * Reads a list to its end, page by page: figures are counted from it and must not stop at the service's limit. Whatever else
 * the first page says is kept.
 */
export async function readPages<Item, Answer extends Page<Item>>(
  readPage: (cursor: string | undefined) => Promise<Answer & Page<Item>>,
): Promise<Answer> {
  const first = await readPage(undefined)
  const items = [...first.items]
  for (let next = first.next; next !== null;) {
    const page = await readPage(next)
    items.push(...page.items)
    next = page.next
  }
  return { ...first, items, next: null }
}
