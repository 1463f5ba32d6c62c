/**
 * The page numbers to offer: the first, the last and two either side of the current one.
 * A gap of more than one page is an ellipsis. Pages count from 1.
 */
export function pageItems(page: number, pageCount: number): (number | 'ellipsis')[] {
  const items: (number | 'ellipsis')[] = []
  let previous = 0
  for (let number = 1; number <= pageCount; number += 1) {
    const near = Math.abs(number - page) <= 2
    if (!near && number !== 1 && number !== pageCount) continue
    if (number - previous === 2) items.push(number - 1)
    else if (number - previous > 2) items.push('ellipsis')
    items.push(number)
    previous = number
  }
  return items
}
