import { emptyState, recordKinds, type ProgrammeState } from '@workplan/domain'
import type { ChainHead } from '../journal/check-chain.ts'
import type { Rules } from '../rules.ts'
import { UNCHANGED_RULES } from '../rules/programme-rules.ts'
import { writeChange } from './commit-change.ts'
import type { Database, Transaction } from './database.ts'
import { type DraftedChange, draftChange } from './drafted-change.ts'
import { inProgramme } from './isolation.ts'
import { FIRST_HASH } from './journal.ts'
import { journalHeads, memberships, programmes } from './schema/index.ts'
import type { MembershipRow } from './store.ts'
import { dayInEngland } from './today.ts'

/**
 * Adds a programme with every record, its members and the flags that hold, in one transaction and all of it
 * journalled. Answers the end of its journal; null when there is such a programme already.
 */
export async function addProgramme(
  { database, rules, now }: { database: Database; rules: Rules; now: () => Date },
  state: ProgrammeState,
  members: readonly MembershipRow[],
): Promise<ChainHead | null> {
  const { programme } = state
  return inProgramme(database, programme.id, async (db) => {
    const added = await db
      .insert(programmes)
      .values({ id: programme.id, data: programme })
      .onConflictDoNothing()
      .returning({ id: programmes.id })
    if (added.length === 0) return null
    const head = { seq: 0, hash: FIRST_HASH, judgedOn: null, replayFrom: 1 }
    await db.insert(journalHeads).values({ programme: programme.id, ...head })
    const before = {
      state: emptyState(programme),
      versions: new Map<string, number>(),
      flags: new Map<string, never>(),
      programmeRules: UNCHANGED_RULES,
      people: new Map<string, never>(),
      asAt: programme.pinnedTo ?? dayInEngland(now()),
      seq: 0,
    }
    const draft = draftChange(before, head, db, { actor: 'system', at: now() })
    await addMembers(draft.db, programme.id, members)
    note(draft, state, members)
    const written = await writeChange(db, draft, head, rules, {
      kind: 'programme',
      id: programme.id,
      title: programme.name,
    })
    return written.head
  })
}

function note(draft: DraftedChange, state: ProgrammeState, members: readonly MembershipRow[]): void {
  const { programme } = state
  const added = { before: null, why: 'Loaded at first start' }
  draft.note({
    action: 'programme.added',
    kind: 'programme',
    id: programme.id,
    title: programme.name,
    after: programme,
    ...added,
  })
  for (const { person, ...membership } of members)
    draft.note({
      action: 'membership.added',
      kind: 'membership',
      id: person,
      title: membership.role,
      after: membership,
      ...added,
    })
  for (const kind of recordKinds)
    for (const record of state.records[kind])
      draft.put(kind, record, { expectedVersion: null, action: 'record.added', why: added.why })
}

async function addMembers(
  db: Transaction,
  programme: string,
  members: readonly MembershipRow[],
): Promise<void> {
  if (members.length > 0)
    await db.insert(memberships).values(members.map((member) => ({ programme, ...member })))
}
