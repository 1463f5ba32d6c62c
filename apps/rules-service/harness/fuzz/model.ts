import type { ApiAnswer } from '../api-client.ts'

/** What must be true by the answers that clients were given. */
export interface Model {
  /** Commands by kind and status. */
  counts: Map<string, number>
  /** What was acknowledged: the mark that each write carries into the journal, and the action it was journalled as. */
  written: Map<string, string>
  /** The highest acknowledged version of each thing, and how often it was written. */
  versions: Map<string, { latest: number; writes: number; first: number }>
  /** Hashes of issued reports, by id. */
  issued: Map<string, string>
  breaches: string[]
  /** A mark that no other write carries. */
  nextMark(): string
  /** Counts an answer, and takes one of another status than these for a breach. True when it has the first of them. */
  expect(what: string, answer: ApiAnswer | null, statuses: readonly number[]): answer is ApiAnswer
  /** Notes that a thing was first seen at, or written to, a version. */
  wrote(thing: string, from: number, to: number): void
}

export function createModel(): Model {
  let marks = 0
  const breaches: string[] = []
  const counts: Model['counts'] = new Map()
  const versions: Model['versions'] = new Map()
  const acknowledged = new Set<string>()
  return {
    counts,
    versions,
    breaches,
    written: new Map(),
    issued: new Map(),
    nextMark: () => {
      marks += 1
      return `fuzz mark ${marks}.`
    },
    expect(what, answer, statuses): answer is ApiAnswer {
      const key = `${what} ${answer?.status ?? 'unanswered'}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (answer && statuses.includes(answer.status)) return answer.status === statuses[0]
      breaches.push(`${key}: ${answer?.text ?? ''}`)
      return false
    },
    wrote(thing, from, to) {
      if (to !== from + 1) breaches.push(`${thing} went from version ${from} to ${to}`)
      const key = `${thing} ${to}`
      if (acknowledged.has(key)) breaches.push(`lost update: two writes were told that they made ${key}`)
      acknowledged.add(key)
      const known = versions.get(thing) ?? { latest: from, writes: 0, first: from }
      versions.set(thing, {
        latest: Math.max(known.latest, to),
        writes: known.writes + 1,
        first: Math.min(known.first, from),
      })
    },
  }
}
