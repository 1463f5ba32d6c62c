import { expect, it } from 'vitest'
import { readPages } from './read-pages.ts'

it('reads a list to its end and keeps what the first page says besides', async () => {
  const pages = new Map([
    [undefined, { items: [1, 2], next: 'b', total: 5 }],
    ['b', { items: [3, 4], next: 'c', total: 5 }],
    ['c', { items: [5], next: null, total: 5 }],
  ])
  const whole = await readPages(async (cursor) => {
    const page = pages.get(cursor)
    if (!page) throw new Error(`No page ${cursor}`)
    return page
  })
  expect(whole).toEqual({ items: [1, 2, 3, 4, 5], next: null, total: 5 })
})
