import { formatPartialDate, type IsoDate } from '@workplan/domain'
import { changedMap } from './changed-map.ts'
import type { JudgedFlag, StoredFlag } from './programme.ts'
import { sameJson } from './same-json.ts'

export interface FlagChange {
  event: 'raised' | 'reopened' | 'cleared' | 'changed'
  before: StoredFlag | null
  after: StoredFlag
  /** Why, where it does not follow from the change itself. */
  why: string | null
}

export interface FlagDifference {
  /** What a reader would see happen to flags; each becomes a row of the journal. */
  changes: FlagChange[]
  /** Flags whose row must be written, the changed ones included. */
  written: StoredFlag[]
  /** Every flag afterwards. */
  flags: ReadonlyMap<string, StoredFlag>
}

/** What flags follow from: those that the rules say hold, on a day. */
interface Ground {
  holding: readonly JudgedFlag[]
  asAt: IsoDate
}

/** Flags that came of a judgement: against the next one, only what is new in it and what is gone need be looked at. */
const groundOf = new WeakMap<ReadonlyMap<string, StoredFlag>, Ground>()

/**
 * From the flags on record to those that hold now. A flag that holds again after it was cleared is opened again
 * under its id; what was decided about a flag stays as long as it holds, an acceptance up to and on its last day.
 */
export function differenceOfFlags(
  stored: ReadonlyMap<string, StoredFlag>,
  holding: readonly JudgedFlag[],
  moment: { at: Date; asAt: IsoDate },
): FlagDifference {
  const ground = groundOf.get(stored)
  const known = ground?.asAt === moment.asAt ? betweenLists(ground.holding, holding) : null
  const entries = new Map<string, StoredFlag>()
  const changes: FlagChange[] = []
  const written: StoredFlag[] = []
  const stands = new Set<string>()
  const write = (flag: StoredFlag) => {
    entries.set(flag.id, flag)
    written.push(flag)
  }
  for (const judged of known?.added ?? holding) {
    stands.add(judged.id)
    const before = stored.get(judged.id) ?? null
    if (before && madeFrom.get(before) === judged && stillStands(before, moment.asAt)) continue
    const after = standing(judged, before, moment)
    madeFrom.set(after, judged)
    if (before && sameJson(before, after)) {
      entries.set(after.id, after)
      continue
    }
    write(after)
    const event = eventOf(before, after)
    if (event) changes.push({ event, before, after, why: whyOf(before, after) })
  }
  const gone = known && new Set(known.gone.flatMap(({ id }) => (stands.has(id) ? [] : id)))
  for (const before of gone?.size === 0 ? [] : stored.values()) {
    if (before.status === 'cleared' || stands.has(before.id) || gone?.has(before.id) === false) continue
    const after = { ...before, status: 'cleared' as const, acceptedUntil: null, ...clearedAt(moment) }
    write(after)
    changes.push({ event: 'cleared', before, after, why: null })
  }
  const flags = changedMap(stored, entries)
  groundOf.set(flags, { holding, asAt: moment.asAt })
  return { changes, written, flags }
}

/** What one list has and the other has not, each in its order; quick for lists that are nearly the same. */
function betweenLists<Item>(one: readonly Item[], other: readonly Item[]): { gone: Item[]; added: Item[] } {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  const aligned = left.length === right.length
  const lost = aligned ? left.filter((item, place) => item !== right[place]) : left
  const found = aligned ? right.filter((item, place) => item !== left[place]) : right
  const [before, after] = [new Set(lost), new Set(found)]
  return { gone: lost.filter((item) => !after.has(item)), added: found.filter((item) => !before.has(item)) }
}

/** What each flag was made from: a flag that is judged as it was needs no comparing. */
const madeFrom = new WeakMap<StoredFlag, JudgedFlag>()

function stillStands(before: StoredFlag, asAt: IsoDate): boolean {
  return before.status !== 'cleared' && !ranOut(before, asAt)
}

function standing(
  judged: JudgedFlag,
  before: StoredFlag | null,
  { at, asAt }: { at: Date; asAt: IsoDate },
): StoredFlag {
  const kept = before !== null && before.status !== 'cleared'
  const decided = before !== null && stillStands(before, asAt)
  return {
    ...judged,
    ruleVersion: kept ? before.ruleVersion : judged.ruleVersion,
    judgedByVersion: judged.ruleVersion,
    status: decided ? before.status : 'open',
    acceptedUntil: decided ? before.acceptedUntil : null,
    raisedAt: kept ? before.raisedAt : at.toISOString(),
    raisedOn: kept ? before.raisedOn : asAt,
    clearedAt: null,
    clearedOn: null,
  }
}

/** An acceptance holds up to and on its last day. */
function ranOut({ status, acceptedUntil }: StoredFlag, asAt: IsoDate): boolean {
  return status === 'accepted' && acceptedUntil !== null && acceptedUntil < asAt
}

function eventOf(before: StoredFlag | null, after: StoredFlag): FlagChange['event'] | null {
  if (before === null) return 'raised'
  if (before.status === 'cleared' || before.status !== after.status) return 'reopened'
  const same =
    before.message === after.message &&
    before.severity === after.severity &&
    before.judgedByVersion === after.judgedByVersion
  return same ? null : 'changed'
}

function whyOf(before: StoredFlag | null, after: StoredFlag): string | null {
  if (before === null || before.status === 'cleared') return null
  if (before.status !== after.status && before.acceptedUntil !== null)
    return `The acceptance until ${formatPartialDate(before.acceptedUntil)} has run out`
  return before.judgedByVersion === after.judgedByVersion
    ? null
    : `Holds by version ${after.judgedByVersion} of the rule, too; raised by version ${after.ruleVersion}`
}

function clearedAt({ at, asAt }: { at: Date; asAt: IsoDate }): Pick<StoredFlag, 'clearedAt' | 'clearedOn'> {
  return { clearedAt: at.toISOString(), clearedOn: asAt }
}
