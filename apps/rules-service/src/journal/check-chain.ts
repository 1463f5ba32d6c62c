import { FIRST_HASH, hashOfRow } from '../store/journal.ts'
import type { JournalRow } from '../store/store.ts'

/** The end of a chain: the sequence number of its last row, and that row's hash. */
export interface ChainHead {
  seq: number
  hash: string
}

/**
 * What is wrong with a row: it is missing (`gap`), does not follow on the one before (`link`), is not what was written
 * (`hash`), differs from a head kept outside the database (`outside`), is missing at the end (`cut`), or differs from
 * the head in the database (`head`), which may be missing itself (`no-head`).
 */
export type FaultKind = 'gap' | 'link' | 'hash' | 'outside' | 'cut' | 'head' | 'no-head'

/** The first row of a chain at which something is wrong. */
export interface JournalFault {
  seq: number
  kind: FaultKind
}

export interface CheckedChain {
  /** How many rows were read, up to the fault. */
  rows: number
  fault: JournalFault | null
}

/**
 * Recomputes a programme's chain from its rows, in order of their sequence numbers, and compares it with the head in
 * the database and with heads kept outside. Rows after the last head outside are judged by the chain alone.
 */
export async function checkChain(
  rows: AsyncIterable<JournalRow> | Iterable<JournalRow>,
  head: ChainHead | null,
  headsOutside: readonly ChainHead[],
): Promise<CheckedChain> {
  const outside = Map.groupBy(headsOutside, ({ seq }) => seq)
  let previous: ChainHead = { seq: 0, hash: FIRST_HASH }
  let read = 0
  for await (const row of rows) {
    const seq = previous.seq + 1
    const kind = faultOfRow(row, previous) ?? (differs(row, outside.get(seq)) ? 'outside' : null)
    if (kind) return { rows: read, fault: { seq, kind } }
    previous = { seq, hash: row.hash }
    read += 1
  }
  return { rows: read, fault: faultOfEnd(previous, head, headsOutside) }
}

function faultOfRow(row: JournalRow, previous: ChainHead): FaultKind | null {
  if (row.seq !== previous.seq + 1) return 'gap'
  if (row.prevHash !== previous.hash) return 'link'
  return hashOfRow(row, row.prevHash) === row.hash ? null : 'hash'
}

function differs({ hash }: JournalRow, heads: readonly ChainHead[] = []): boolean {
  return heads.some((head) => head.hash !== hash)
}

function faultOfEnd(
  last: ChainHead,
  head: ChainHead | null,
  headsOutside: readonly ChainHead[],
): JournalFault | null {
  if (headsOutside.some(({ seq }) => seq > last.seq)) return { seq: last.seq + 1, kind: 'cut' }
  if (!head) return { seq: last.seq, kind: 'no-head' }
  if (head.seq !== last.seq) return { seq: Math.min(head.seq, last.seq) + 1, kind: 'head' }
  return head.hash === last.hash ? null : { seq: last.seq, kind: 'head' }
}
