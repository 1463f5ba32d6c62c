import { type FrameworkLibrary, type IsoDate, type ProgrammeState, recordKinds } from '@workplan/domain'

type Records = ProgrammeState['records']
type Kind = keyof Records

/** Something that was worked out, with what it rests on: what it was made of, and the lists of records that it read. */
interface Remembered {
  value: unknown
  madeOf: readonly unknown[]
  read: ReadonlyMap<Kind, Records[Kind]>
}

/** What was worked out about one programme: of each thing, the last that is known. */
export interface FactMemory {
  about: readonly unknown[]
  parts: Map<string, Map<string, Remembered>>
  carried: Map<string, Remembered>
}

/**
 * Works something out, or answers what it came to before when it was made of the very same things and every list of records
 * that it read is still the same list. `work` must rest on nothing else.
 */
export type Recall = <Value>(key: string, madeOf: readonly unknown[], work: () => Value) => Value

/**
 * Works something out about a list of records from what it came to before, so that only what has changed in the list need be
 * looked at. `step` gets null at first, and when another list that it has read since is not the same list any more.
 */
export type Carry = <Value>(name: string, list: Kind, step: (before: Value | null) => Value) => Value

/** A look at a programme in which what is read is noted. */
export interface Remembering {
  /** The lists of records; who asks for one is noted as resting on it. */
  records: Records
  /** Notes that what is being worked out rests on a list, for who has it from elsewhere. */
  note(kind: Kind): void
  /** What is remembered under a name, by keys of its own. */
  part(name: string): Recall
  carry: Carry
}

/** A memory of nothing yet. */
export function emptyMemory(): FactMemory {
  return { about: [], parts: new Map(), carried: new Map() }
}

/** Works everything out anew. */
export const workOutAnew: Recall = (_key, _madeOf, work) => work()

/** Looks at a programme with what is remembered of it. Of another programme, library or day, nothing is. */
export function remembering(
  memory: FactMemory,
  { programme, records }: ProgrammeState,
  library: FrameworkLibrary,
  asAt: IsoDate,
): Remembering {
  const about = [programme, library, asAt]
  if (!sameItems(memory.about, about)) Object.assign(memory, { ...emptyMemory(), about })
  let reading = new Map<Kind, Records[Kind]>()

  function stillHolds({ read }: Remembered, but: Kind | null = null): boolean {
    for (const [kind, list] of read) if (kind !== but && records[kind] !== list) return false
    return true
  }

  function workOut(madeOf: readonly unknown[], work: () => unknown): Remembered {
    const outer = reading
    reading = new Map()
    try {
      return { value: work(), madeOf, read: reading }
    } finally {
      reading = outer
    }
  }

  function part(name: string): Recall {
    const known = memory.parts.get(name) ?? new Map<string, Remembered>()
    memory.parts.set(name, known)
    return <Value>(key: string, madeOf: readonly unknown[], work: () => Value) => {
      let found = known.get(key)
      if (!found || !sameItems(found.madeOf, madeOf) || !stillHolds(found)) {
        found = workOut(madeOf, work)
        known.set(key, found)
      }
      for (const [kind, list] of found.read) reading.set(kind, list)
      return found.value as Value
    }
  }

  const carry: Carry = <Value>(name: string, list: Kind, step: (before: Value | null) => Value) => {
    const known = memory.carried.get(name)
    const before = known && stillHolds(known, list) ? known : null
    // A step may change what it is handed; should it fail, nothing half changed is handed over again.
    memory.carried.delete(name)
    const found = workOut([], () => step((before?.value as Value | undefined) ?? null))
    // A step that keeps what it was handed need not have read its list, of which it is about all the same.
    const read = new Map([...(before?.read ?? []), ...found.read, [list, records[list]] as const])
    memory.carried.set(name, { ...found, read })
    for (const [kind, records] of read) reading.set(kind, records)
    return found.value as Value
  }

  const note = (kind: Kind) => void reading.set(kind, records[kind])
  return { records: notingReads(records, note), note, part, carry }
}

function notingReads(records: Records, note: (kind: Kind) => void): Records {
  const noting = {}
  for (const kind of recordKinds)
    Object.defineProperty(noting, kind, {
      enumerable: true,
      get: () => {
        note(kind)
        return records[kind]
      },
    })
  return noting as Records
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}
