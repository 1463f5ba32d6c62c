import type { FlagEffect, ProgrammeState, RecordRefView } from '@workplan/domain'
import { setImmediate as sendNow } from 'node:timers/promises'
import type { Witness } from '../journal/witness.ts'
import type { Rules } from '../rules.ts'
import { addProgramme } from './add-programme.ts'
import { writeChange } from './commit-change.ts'
import { completeJournal } from './complete-journal.ts'
import type { Database, Transaction } from './database.ts'
import { draftChange } from './drafted-change.ts'
import { createKeyClearing, earlierAnswer, keepAnswer } from './idempotency.ts'
import { inProgramme, inProgrammeLocking, listProgrammes } from './isolation.ts'
import { readJournal } from './journal.ts'
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

/** Programmes that stay in memory; the others are read when somebody asks. */
const PROGRAMMES_KEPT = 64

const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

/** The records of all programmes, over the database. */
export function createStore({ database, rules, now, witness }: Sources): Store {
  const loaded = new Map<string, LoadedProgramme>()
  const loading = new Map<string, Promise<LoadedProgramme>>()
  const clearOldKeys = createKeyClearing()

  async function readProgramme(id: string): Promise<LoadedProgramme> {
    const head = await readHeadAlone(database, id)
    // Another instance may have written it.
    if (witness && head.seq > witness.seenUpTo(id)) await witness.see(witness.sign(id, head))
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
    request: ChangeRequest,
    work: (locked: Locked) => Promise<Result>,
  ): Promise<Result> {
    const { programme: id } = request
    return inProgrammeLocking(database, id, LOCK_TIMEOUT, async (db) => {
      const [head, earlier] = await Promise.all([
        readHead(db, id, { lock: true }),
        earlierAnswer(db, request),
      ])
      const before = freshOf(id, head) ?? (await loadProgramme(db, id, head.seq, dayInEngland(now())))
      return work({ db, head, before, earlier })
    })
  }

  async function change<Made, Answer>(
    request: ChangeRequest,
    make: (change: Change) => Made | Promise<Made>,
    answer: (outcome: ChangeOutcome, made: Made) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const done = await underLock(request, async ({ db, head, before, earlier }) => {
      if (isJudgedBefore(head, before)) return null
      if (earlier)
        return {
          answer: earlier.answer as Answer,
          after: null,
          signed: witness?.sign(request.programme, head),
        }
      const draft = draftChange(before, head, db, { actor: request.actor, at: now() })
      const made = await make(draft)
      const written = await writeChange(db, draft, head, rules)
      const given = await answer(written.outcome, made)
      keepAnswer(db, request, given, draft.at)
      clearOldKeys(db, request.programme, draft.at)
      // Signing takes a while, in which the database writes what it was sent.
      await sendNow()
      const signed = witness?.sign(request.programme, written.head)
      return { answer: given, after: written.outcome.after, signed }
    })
    if (!done) {
      // What a new day does to flags is journalled as that, and not as a consequence of this change.
      await readProgramme(request.programme)
      return change(request, make, answer)
    }
    if (done.after) keep(done.after)
    if (done.signed) await witness?.see(done.signed)
    return done.answer
  }

  async function rejudge(id: string, cause: RecordRefView): Promise<FlagEffect> {
    const { outcome, head } = await underLock(bySystem(id), ({ db, head: before, before: loaded }) => {
      const draft = draftChange(loaded, before, db, { actor: SYSTEM, at: now() })
      return writeChange(db, draft, before, rules, cause)
    })
    keep(outcome.after)
    await witness?.see(witness.sign(id, head))
    return outcome.flags
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
      underLock(bySystem(id), ({ db, head, before }) => completeJournal(db, head, before, now())),
    readJournal: (programme, query) =>
      inProgramme(database, programme, (db) => readJournal(db, programme, query)),
  }
}

/** What a request finds once it is alone with its programme. */
interface Locked {
  db: Transaction
  head: JournalHead
  before: LoadedProgramme
  /** The answer it got before, when it was sent again. */
  earlier: { answer: unknown } | null
}

const SYSTEM = 'system'

function bySystem(programme: string): ChangeRequest {
  return { programme, actor: SYSTEM, idempotency: null }
}

/** A live programme's flags hold for a day; the next day they are judged anew, and never for an earlier one. */
function isJudgedBefore(head: JournalHead, programme: LoadedProgramme): boolean {
  return head.judgedOn === null || head.judgedOn < programme.asAt
}
