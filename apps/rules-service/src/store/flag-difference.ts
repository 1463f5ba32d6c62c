import type { FlagStatus, IsoDate } from '@workplan/domain'
import { isDeepStrictEqual } from 'node:util'
import type { JudgedFlag, StoredFlag } from './programme.ts'

export interface FlagChange {
  event: 'raised' | 'reopened' | 'cleared' | 'changed'
  before: StoredFlag | null
  after: StoredFlag
}

export interface FlagDifference {
  /** What a reader would see happen to flags; each becomes a row of the journal. */
  changes: FlagChange[]
  /** Flags whose row must be written, the changed ones included. */
  written: StoredFlag[]
  /** Every flag afterwards. */
  flags: Map<string, StoredFlag>
}

/**
 * From the flags on record to those that hold now. A flag that holds again after it was cleared is opened again
 * under its id; what was decided about a flag stays as long as it holds.
 */
export function differenceOfFlags(
  stored: ReadonlyMap<string, StoredFlag>,
  holding: readonly JudgedFlag[],
  moment: { at: Date; asAt: IsoDate },
): FlagDifference {
  const flags = new Map(stored)
  const changes: FlagChange[] = []
  const written: StoredFlag[] = []
  const stands = new Set<string>()
  const write = (flag: StoredFlag) => {
    flags.set(flag.id, flag)
    written.push(flag)
  }
  for (const judged of holding) {
    stands.add(judged.id)
    const before = stored.get(judged.id) ?? null
    const after = standing(judged, before, moment)
    if (before && isDeepStrictEqual(before, after)) continue
    write(after)
    const event = eventOf(before, after)
    if (event) changes.push({ event, before, after })
  }
  for (const before of stored.values()) {
    if (before.status === 'cleared' || stands.has(before.id)) continue
    const after = { ...before, status: 'cleared' as const, ...clearedAt(moment) }
    write(after)
    changes.push({ event: 'cleared', before, after })
  }
  return { changes, written, flags }
}

function standing(
  judged: JudgedFlag,
  before: StoredFlag | null,
  { at, asAt }: { at: Date; asAt: IsoDate },
): StoredFlag {
  const kept = before !== null && before.status !== 'cleared'
  const status: FlagStatus = kept ? before.status : 'open'
  return {
    ...judged,
    status,
    raisedAt: kept ? before.raisedAt : at.toISOString(),
    raisedOn: kept ? before.raisedOn : asAt,
    clearedAt: null,
    clearedOn: null,
  }
}

function eventOf(before: StoredFlag | null, after: StoredFlag): FlagChange['event'] | null {
  if (before === null) return 'raised'
  if (before.status === 'cleared') return 'reopened'
  return before.message !== after.message || before.severity !== after.severity ? 'changed' : null
}

function clearedAt({ at, asAt }: { at: Date; asAt: IsoDate }): Pick<StoredFlag, 'clearedAt' | 'clearedOn'> {
  return { clearedAt: at.toISOString(), clearedOn: asAt }
}
