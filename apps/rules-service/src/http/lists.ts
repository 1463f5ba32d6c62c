import { z } from '@hono/zod-openapi'
import { KnownAsAt } from '@workplan/domain'
import { AppError } from '../errors.ts'

/** Most items an answer holds. */
export const LIST_LIMIT = 500

/** The paging parameters of every list; add a route's own filters with `.extend()`. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(LIST_LIMIT).optional(),
  cursor: z.string().max(200).optional(),
})

/** The answer of a list of `item`; `known` when it was asked for as at a moment. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), known: KnownAsAt.optional() })
}

/** One page of items that are all at hand; the cursor is the position of its first item. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit = LIST_LIMIT, cursor }: z.infer<typeof listQuery>,
): { items: Item[]; next: string | null } {
  const start = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(start) || start < 0)
    throw new AppError('invalid-input', 'The cursor must be the `next` of an earlier answer.', {
      errors: [{ path: 'cursor', message: 'is not the `next` of an earlier answer' }],
    })
  const end = start + limit
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null }
}
