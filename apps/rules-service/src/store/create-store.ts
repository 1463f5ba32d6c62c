import type { FlagEffect, RecordRefView } from '@workplan/domain'
import { sql } from 'drizzle-orm'
import type { Rules } from '../rules.ts'
import { addProgramme } from './add-programme.ts'
import { announceChange, writeChange } from './commit-change.ts'
import { completeJournal } from './complete-journal.ts'
import type { Database, Transaction } from './database.ts'
import { draftChange } from './drafted-change.ts'
import { earlierAnswer, keepAnswer } from './idempotency.ts'
import { inProgramme, listProgrammes } from './isolation.ts'
import { readJournal } from './journal.ts'
import { type JournalHead, loadProgramme, readHead } from './load-programme.ts'
import { createPast } from './past/read-past.ts'
import type { LoadedProgramme } from './programme.ts'
import type { Change, ChangeOutcome, ChangeRequest, Store } from './store.ts'
import { dayInEngland } from './today.ts'

interface Sources {
  database: Database
  rules: Rules
  now: () => Date
}

/** Waiting for the programme's lock ends here; the caller may try again. */
const LOCK_TIMEOUT = '8s'

/** Programmes that stay in memory; the others are read when somebody asks. */
const PROGRAMMES_KEPT = 64

const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/** The records of all programmes, over the database. */
export function createStore({ database, rules, now }: Sources): Store {
  const loaded = new Map<string, LoadedProgramme>()
  const loading = new Map<string, Promise<LoadedProgramme>>()

  async function readProgramme(id: string): Promise<LoadedProgramme> {
    const head = await inProgramme(database, id, (db) => readHead(db, id, { lock: false }))
    const known = freshOf(id, head)
    if (known) return known
    const programme = await loadOnce(id)
    if (!isJudgedBefore(head, programme)) return programme
    await rejudge(id, { kind: 'day', id: programme.asAt, title: 'A new day' })
    return loadOnce(id)
  }

  function freshOf(id: string, head: JournalHead): LoadedProgramme | null {
    const known = loaded.get(id)
    if (!known || known.seq !== head.seq) return null
    const pinned = known.state.programme.pinnedTo !== null
    return pinned || known.asAt === dayInEngland(now()) ? known : null
  }

  /** One reading serves everybody who asks meanwhile. */
  function loadOnce(id: string): Promise<LoadedProgramme> {
    const underWay = loading.get(id)
    if (underWay) return underWay
    const reading = inProgramme(
      database,
      id,
      async (db) => {
        const { seq } = await readHead(db, id, { lock: false })
        return loadProgramme(db, id, seq, dayInEngland(now()))
      },
      SNAPSHOT,
    )
      .then((programme) => keep(programme))
      .finally(() => loading.delete(id))
    loading.set(id, reading)
    return reading
  }

  function keep(programme: LoadedProgramme): LoadedProgramme {
    const { id } = programme.state.programme
    const known = loaded.get(id)
    if (!known || known.seq <= programme.seq) {
      loaded.delete(id)
      loaded.set(id, programme)
    }
    const [oldest] = loaded.keys()
    if (loaded.size > PROGRAMMES_KEPT && oldest !== undefined) loaded.delete(oldest)
    return programme
  }

  async function underLock<Result>(
    id: string,
    work: (db: Transaction, head: JournalHead, before: LoadedProgramme) => Promise<Result>,
  ): Promise<Result> {
    return inProgramme(database, id, async (db) => {
      await db.execute(sql.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`))
      const head = await readHead(db, id, { lock: true })
      const before = freshOf(id, head) ?? (await loadProgramme(db, id, head.seq, dayInEngland(now())))
      return work(db, head, before)
    })
  }

  async function change<Made, Answer>(
    request: ChangeRequest,
    make: (change: Change) => Made | Promise<Made>,
    answer: (outcome: ChangeOutcome, made: Made) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const done = await underLock(request.programme, async (db, head, before) => {
      if (isJudgedBefore(head, before)) return null
      const earlier = await earlierAnswer(db, request)
      if (earlier) return { answer: earlier.answer as Answer, after: null }
      const draft = draftChange(before, head, db, { actor: request.actor, at: now() })
      const made = await make(draft)
      const outcome = await writeChange(db, draft, head, rules)
      const given = await answer(outcome, made)
      await keepAnswer(db, request, given, draft.at)
      await announceChange(db, request.programme)
      return { answer: given, after: outcome.after }
    })
    if (!done) {
      // What a new day does to flags is journalled as that, and not as a consequence of this change.
      await readProgramme(request.programme)
      return change(request, make, answer)
    }
    if (done.after) keep(done.after)
    return done.answer
  }

  async function rejudge(id: string, cause: RecordRefView): Promise<FlagEffect> {
    const outcome = await underLock(id, async (db, head, before) => {
      const draft = draftChange(before, head, db, { actor: 'system', at: now() })
      const written = await writeChange(db, draft, head, rules, cause)
      if (written.after.seq > head.seq) await announceChange(db, id)
      return written
    })
    keep(outcome.after)
    return outcome.flags
  }

  return {
    readProgramme,
    readAsAt: createPast({ database, rules, now }),
    change,
    rejudge,
    listProgrammes: () => listProgrammes(database),
    addProgramme: (state, members) => addProgramme({ database, rules, now }, state, members),
    completeJournal: (id) =>
      underLock(id, async (db, head, before) => {
        if (await completeJournal(db, head, before, now())) await announceChange(db, id)
      }),
    readJournal: (programme, query) =>
      inProgramme(database, programme, (db) => readJournal(db, programme, query)),
  }
}

/** A live programme's flags hold for a day; the next day they are judged anew, and never for an earlier one. */
function isJudgedBefore(head: JournalHead, programme: LoadedProgramme): boolean {
  return head.judgedOn === null || head.judgedOn < programme.asAt
}
