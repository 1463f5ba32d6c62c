import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { journal } from '../../store/schema/index.ts'

/** What notices need of a journal entry. */
const said = {
  seq: journal.seq,
  change: journal.change,
  at: journal.at,
  asAt: journal.asAt,
  actor: journal.actor,
  action: journal.action,
  id: journal.recordId,
  why: journal.why,
}

interface Excerpt {
  seq: number
  change: number
  at: Date
  asAt: string
  actor: string
  action: string
  /** Of the record, flag or comment that it is about. */
  id: string
  why: string | null
}

/** An entry about a flag. */
export type FlagExcerpt = Excerpt

/** An entry about a comment, with whom the comment mentioned from then on. */
export interface CommentExcerpt extends Excerpt {
  mentions: string[]
}

/** An entry by which the owner or the due date of a task changed. */
export interface TaskExcerpt extends Excerpt {
  owner: string | null
  ownerBefore: string | null
}

const text = (column: 'before' | 'after', field: string) =>
  sql<string | null>`${journal[column]}->>${sql.raw(`'${field}'`)}`

/** What became of these flags, oldest first. */
export async function readFlagExcerpts(
  db: Transaction,
  programme: string,
  ids: readonly string[],
): Promise<FlagExcerpt[]> {
  if (ids.length === 0) return []
  return db
    .select(said)
    .from(journal)
    .where(about(programme, 'flag', ids))
    .orderBy(asc(journal.seq))
}

/** What became of these comments, oldest first. */
export async function readCommentExcerpts(
  db: Transaction,
  programme: string,
  ids: readonly string[],
): Promise<CommentExcerpt[]> {
  if (ids.length === 0) return []
  return db
    .select({ ...said, mentions: sql<string[]>`${journal.after}->'mentions'` })
    .from(journal)
    .where(about(programme, 'comment', ids))
    .orderBy(asc(journal.seq))
}

/** How the owner and the due date of these tasks came to be what they are, oldest first. */
export async function readTaskExcerpts(
  db: Transaction,
  programme: string,
  ids: readonly string[],
): Promise<TaskExcerpt[]> {
  if (ids.length === 0) return []
  const changed = (field: string) =>
    sql<boolean>`${text('before', field)} is distinct from ${text('after', field)}`
  return db
    .select({ ...said, owner: text('after', 'owner'), ownerBefore: text('before', 'owner') })
    .from(journal)
    .where(and(about(programme, 'task', ids), or(changed('owner'), changed('due'))))
    .orderBy(asc(journal.seq))
}

function about(programme: string, kind: string, ids: readonly string[]) {
  return and(eq(journal.programme, programme), eq(journal.kind, kind), inArray(journal.recordId, [...ids]))
}
