import { and, eq, lt, sql } from 'drizzle-orm'
import { AppError } from '../errors.ts'
import type { Transaction } from './database.ts'
import { idempotencyKeys } from './schema/index.ts'
import type { ChangeRequest } from './store.ts'
import { rowInserter } from './insert-rows.ts'
import { preparedQuery, sendAhead } from './transaction.ts'

const KEPT_MS = 7 * 86_400_000
/** How often a programme's old keys are let go of. */
const CLEARED_EVERY_MS = 3_600_000

/** The answer a request got before under the same key; null the first time. Throws `idempotency-mismatch`. */
export async function earlierAnswer(
  db: Transaction,
  { programme, actor, idempotency }: ChangeRequest,
): Promise<{ answer: unknown } | null> {
  if (!idempotency) return null
  const [found] = await answerUnderKey(db).execute({ programme, person: actor, key: idempotency.key })
  if (!found) return null
  if (found.requestHash !== idempotency.requestHash)
    throw new AppError(
      'idempotency-mismatch',
      'This Idempotency-Key was sent before with another request. Use a new key for every change.',
    )
  return { answer: JSON.parse(found.answer) as unknown }
}

const answerUnderKey = preparedQuery((db) => {
  const { programme, person, key, requestHash, answer } = idempotencyKeys
  return db
    .select({ requestHash, answer })
    .from(idempotencyKeys)
    .where(
      and(
        eq(programme, sql.placeholder('programme')),
        eq(person, sql.placeholder('person')),
        eq(key, sql.placeholder('key')),
      ),
    )
    .prepare('answer_under_key')
})

/** Keeps the answer for a repeated request. */
export function keepAnswer(
  db: Transaction,
  { programme, actor, idempotency }: ChangeRequest,
  answer: unknown,
  at: Date,
): void {
  if (!idempotency) return
  const kept = {
    programme,
    person: actor,
    key: idempotency.key,
    requestHash: idempotency.requestHash,
    answer: JSON.stringify(answer),
    createdAt: at,
  }
  sendAhead(db, insertAnswer(db, [kept]))
}

const insertAnswer = rowInserter(idempotencyKeys)

/** Lets go of keys that nobody will repeat any more: of each programme with the first change, and then once an hour. */
export function createKeyClearing(): (db: Transaction, programme: string, at: Date) => void {
  const cleared = new Map<string, number>()
  return (db, programme, at) => {
    const now = at.getTime()
    if (now - (cleared.get(programme) ?? -Infinity) < CLEARED_EVERY_MS) return
    cleared.set(programme, now)
    const isOld = lt(idempotencyKeys.createdAt, new Date(now - KEPT_MS))
    sendAhead(db, db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.programme, programme), isOld)))
  }
}
