import type { FlagEffect, ProgrammeState, RecordRefView } from '@workplan/domain'
import { setImmediate as sendNow } from 'node:timers/promises'
import type { Witness } from '../journal/witness.ts'
import type { Rules } from '../rules.ts'
import { addProgramme } from './add-programme.ts'
import { type WrittenChange, writeChange } from './commit-change.ts'
import { completeJournal } from './complete-journal.ts'
import type { Database, Transaction } from './database.ts'
import { draftChange } from './drafted-change.ts'
import { createKeyClearing, earlierAnswer, keepAnswer } from './idempotency.ts'
import { inProgramme, inProgrammeLocking, listProgrammes } from './isolation.ts'
import { readJournal, timeOfEntry } from './journal.ts'
import { createKeptProgrammes, type KeptProgramme } from './kept-programmes.ts'
import { type JournalHead, loadProgramme, readHead, readHeadAlone } from './load-programme.ts'
import { createPast } from './past/read-past.ts'
import type { LoadedProgramme } from './programme.ts'
import type { Change, ChangeOutcome, ChangeRequest, MembershipRow, Store } from './store.ts'
import { dayInEngland } from './today.ts'

interface Sources {
  database: Database
  rules: Rules
  now: () => Date
  /** Has the heads of journals outside the database before anything rests on them; where nobody keeps them there is none. */
  witness?: Witness | null
}

/** Waiting for the programme's lock ends here; the caller may try again. */
const LOCK_TIMEOUT = '8s'

const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/** The records of all programmes, over the database. */
export function createStore({ database, rules, now, witness }: Sources): Store {
  const { freshOf, keep } = createKeptProgrammes(now)
  const loading = new Map<string, Promise<LoadedProgramme>>()
  const clearOldKeys = createKeyClearing()

  async function readProgramme(id: string): Promise<LoadedProgramme> {
    const head = await readHeadAlone(database, id)
    // Another instance may have written it.
    if (witness && head.seq > witness.seenUpTo(id)) await witness.see(witness.sign(id, head))
    const known = freshOf(id, head)
    if (known) return known.programme
    const programme = await loadOnce(id)
    if (!isJudgedBefore(head, programme)) return programme
    await rejudge(id, { kind: 'day', id: programme.asAt, title: 'A new day' })
    return loadOnce(id)
  }

  /** One reading serves everybody who asks meanwhile. */
  function loadOnce(id: string): Promise<LoadedProgramme> {
    const underWay = loading.get(id)
    if (underWay) return underWay
    const reading = inProgramme(
      database,
      id,
      async (db) => {
        const head = await readHead(db, id, { lock: false })
        return loadAt(db, id, head)
      },
      SNAPSHOT,
    )
      .then((found) => keep(found).programme)
      .finally(() => loading.delete(id))
    loading.set(id, reading)
    return reading
  }

  async function loadAt(db: Transaction, id: string, { seq, hash }: JournalHead): Promise<KeptProgramme> {
    const programme = await loadProgramme(db, id, seq, dayInEngland(now()))
    return { programme, hash, at: (await timeOfEntry(db, id, seq)) ?? now() }
  }

  async function underLock<Result>(
    request: ChangeRequest,
    work: (locked: Locked) => Promise<Result>,
  ): Promise<Result> {
    const { programme: id } = request
    return inProgrammeLocking(database, id, LOCK_TIMEOUT, async (db) => {
      const [head, earlier] = await Promise.all([
        readHead(db, id, { lock: true }),
        earlierAnswer(db, request),
      ])
      const found = freshOf(id, head) ?? (await loadAt(db, id, head))
      // The clocks of instances differ; the journal goes forward in time all the same.
      const at = new Date(Math.max(now().getTime(), found.at.getTime()))
      return work({ db, head, before: found.programme, at, earlier })
    })
  }

  async function change<Made, Answer>(
    request: ChangeRequest,
    make: (change: Change) => Made | Promise<Made>,
    answer: (outcome: ChangeOutcome, made: Made) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const done = await underLock(request, async ({ db, head, before, at, earlier }) => {
      if (isJudgedBefore(head, before)) return null
      if (earlier)
        return {
          answer: earlier.answer as Answer,
          kept: null,
          signed: witness?.sign(request.programme, head),
        }
      const draft = draftChange(before, head, db, { actor: request.actor, at })
      const made = await make(draft)
      const written = await writeChange(db, draft, head, rules)
      const given = await answer(written.outcome, made)
      keepAnswer(db, request, given, draft.at)
      clearOldKeys(db, request.programme, draft.at)
      // Signing takes a while, in which the database writes what it was sent.
      await sendNow()
      const signed = witness?.sign(request.programme, written.head)
      return { answer: given, kept: keptAfter(written, at), signed }
    })
    if (!done) {
      // What a new day does to flags is journalled as that, and not as a consequence of this change.
      await readProgramme(request.programme)
      return change(request, make, answer)
    }
    if (done.kept) keep(done.kept)
    if (done.signed) await witness?.see(done.signed)
    return done.answer
  }

  async function rejudge(id: string, cause: RecordRefView): Promise<FlagEffect> {
    const { written, at } = await underLock(bySystem(id), async ({ db, head, before, at: moment }) => {
      const draft = draftChange(before, head, db, { actor: SYSTEM, at: moment })
      return { written: await writeChange(db, draft, head, rules, cause), at: moment }
    })
    keep(keptAfter(written, at))
    await witness?.see(witness.sign(id, written.head))
    return written.outcome.flags
  }

  async function add(state: ProgrammeState, members: readonly MembershipRow[]): Promise<boolean> {
    const head = await addProgramme({ database, rules, now }, state, members)
    if (head) await witness?.see(witness.sign(state.programme.id, head))
    return head !== null
  }

  return {
    readProgramme,
    readAsAt: createPast({ database, rules, now }),
    change,
    rejudge,
    listProgrammes: () => listProgrammes(database),
    addProgramme: add,
    completeJournal: (id) =>
      underLock(bySystem(id), ({ db, head, before, at }) => completeJournal(db, head, before, at)),
    readJournal: (programme, query) =>
      inProgramme(database, programme, (db) => readJournal(db, programme, query)),
  }
}

/** What a request finds once it is alone with its programme. */
interface Locked {
  db: Transaction
  head: JournalHead
  before: LoadedProgramme
  /** The moment of the change: now, and never before the last one. */
  at: Date
  /** The answer it got before, when it was sent again. */
  earlier: { answer: unknown } | null
}

function keptAfter({ outcome, head }: WrittenChange, at: Date): KeptProgramme {
  return { programme: outcome.after, hash: head.hash, at }
}

const SYSTEM = 'system'

function bySystem(programme: string): ChangeRequest {
  return { programme, actor: SYSTEM, idempotency: null }
}

/** A live programme's flags hold for a day; the next day they are judged anew, and never for an earlier one. */
function isJudgedBefore(head: JournalHead, programme: LoadedProgramme): boolean {
  return head.judgedOn === null || head.judgedOn < programme.asAt
}
