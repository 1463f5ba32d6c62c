import { sql } from 'drizzle-orm'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeLiteral } from 'pg'
import { z } from 'zod'
import { replaceDurably } from '../durable-file.ts'
import type { Database, Transaction } from '../store/database.ts'
import { HEADS } from './heads-folder.ts'
import { orInWords, readIfThere } from './heads-path.ts'

/** Signed heads of a restore that wait for it to be committed. */
const Unsettled = z.strictObject({
  /** What the database is marked with in the transaction of the restore. */
  mark: z.string(),
  /** The file that keeps the heads of before; null when those go on. */
  kept: z.string().nullable(),
  lines: z.array(z.string()),
})
export type UnsettledHeads = z.infer<typeof Unsettled>

const NEXT = 'heads.next.json'

/** Writes heads beside those in the folder, so that they are on the disk before the restore is committed. */
export function writeUnsettled(folder: string, heads: UnsettledHeads): Promise<void> {
  return replaceDurably(join(folder, NEXT), JSON.stringify(heads))
}

/** Takes them away again. */
export function removeUnsettled(folder: string): Promise<void> {
  return rm(join(folder, NEXT), { force: true })
}

/** Marks the database as holding what was restored with these heads. */
export async function markRestored(db: Transaction, mark: string): Promise<void> {
  await db.execute(sql.raw(`comment on table public.journal is ${escapeLiteral(mark)}`))
}

/** The heads of a restore that was committed, and killed before they were in place; null when there is none. */
export async function unsettledHeads(
  folder: string,
  database: Database | Transaction,
): Promise<UnsettledHeads | null> {
  const text = await readIfThere(join(folder, NEXT))
  const parsed = text === null ? null : Unsettled.safeParse(asJson(text))
  if (!parsed?.success) return null
  const { rows } = await database.execute<{ mark: string | null }>(
    sql`select obj_description(to_regclass('public.journal'), 'pg_class') as mark`,
  )
  return rows[0]?.mark === parsed.data.mark ? parsed.data : null
}

/** The file of heads as it is with these in their place, and with what was added since they were prepared. */
export async function textWith(folder: string, heads: UnsettledHeads): Promise<string> {
  const { now, added } = await difference(folder, heads)
  return heads.kept === null ? now + added : added
}

/**
 * Puts heads in place whose restore is committed. Done again, it does no harm. The file stays the same one: a service that
 * serves other programmes may have it open to add to. Throws ConfigError.
 */
export async function settleHeads(folder: string, heads: UnsettledHeads): Promise<void> {
  const path = join(folder, HEADS)
  const { added } = await difference(folder, heads)
  const file = await orInWords(path, open(path, 'a', 0o600))
  try {
    if (heads.kept !== null) await file.truncate()
    await file.appendFile(added)
    await file.sync()
  } finally {
    await file.close()
  }
  await removeUnsettled(folder)
}

/** Puts the heads in place of a restore that was killed when it was committed, if there was one, and says so. Throws ConfigError. */
export async function settleLeftHeads(
  folder: string,
  database: Database | Transaction,
  report: (step: string) => void,
): Promise<void> {
  const left = await unsettledHeads(folder, database)
  if (!left) return
  report('Putting the signed heads in place of a restore that was cut off')
  await settleHeads(folder, left)
}

/** What the file holds now, and what is added to it, or to none of it where the heads of before are kept elsewhere. */
async function difference(folder: string, { kept, lines }: UnsettledHeads) {
  const now = (await readIfThere(join(folder, HEADS))) ?? ''
  const ours = lines.join('')
  if (kept === null) return { now, added: now === '' || now.endsWith('\n') ? ours : `\n${ours}` }
  const before = (await readIfThere(join(folder, kept))) ?? ''
  return { now, added: ours + (now.startsWith(before) ? now.slice(before.length) : now) }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
