import { FIRST_HASH, hashOfRow, sealRows } from '../store/journal.ts'
import type { JournalRow } from '../store/store.ts'
import { wholeNumber } from '../testing/seeded-random.ts'
import type { ChainHead } from './check-chain.ts'

/** A journal that somebody got at: what its rows and its head in the database are afterwards. */
export interface Tampered {
  rows: JournalRow[]
  head: ChainHead
  /** The first row that is not what it was. */
  at: number
}

export type Tampering = (rows: readonly JournalRow[], random: () => number) => Tampered

const edits: readonly ((row: JournalRow) => JournalRow)[] = [
  (row) => ({ ...row, change: row.change + 1 }),
  (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
  (row) => ({ ...row, asAt: row.asAt === '2020-01-01' ? '2020-01-02' : '2020-01-01' }),
  (row) => ({ ...row, actor: `${row.actor}.` }),
  (row) => ({ ...row, action: `${row.action}.` }),
  (row) => ({ ...row, kind: `${row.kind}.` }),
  (row) => ({ ...row, recordId: `${row.recordId}.` }),
  (row) => ({ ...row, title: `${row.title} ` }),
  (row) => ({ ...row, before: { was: row.before } }),
  (row) => ({ ...row, after: { is: row.after } }),
  (row) => ({ ...row, why: row.why === null ? '' : null }),
  (row) => ({ ...row, cause: row.cause ? null : { kind: 'task', id: 'x', title: 'x' } }),
  (row) => ({ ...row, stored: row.stored ? null : { flags: [] } }),
  (row) => ({ ...row, hash: FIRST_HASH }),
  (row) => ({ ...row, prevHash: FIRST_HASH.replace('0', '1') }),
]

/** Every way of getting at a journal that the verifier must find, by name. */
export const tamperings = {
  'edit, hash left': (rows, random) => {
    const at = anyOf(rows, random)
    return { rows: rows.map((row) => (row.seq === at ? edited(row, random) : row)), head: headOf(rows), at }
  },
  'edit, hash made to fit': (rows, random) => {
    const at = anyOf(rows, random)
    const resealed = (row: JournalRow) => ({ ...row, hash: hashOfRow(row, row.prevHash) })
    return {
      rows: rows.map((row) => (row.seq === at ? resealed({ ...row, title: `${row.title} ` }) : row)),
      head: headOf(rows),
      at,
    }
  },
  delete: (rows, random) => {
    const at = anyOf(rows, random)
    return { rows: rows.filter(({ seq }) => seq !== at), head: headOf(rows), at }
  },
  swap: (rows, random) => {
    const at = wholeNumber(random, 1, rows.length - 1)
    const other = wholeNumber(random, at + 1, rows.length)
    const from = (seq: number) => (seq === at ? other : seq === other ? at : seq)
    return {
      rows: rows.map((row) => ({ ...rowAt(rows, from(row.seq)), seq: row.seq })),
      head: headOf(rows),
      at,
    }
  },
  insert: (rows, random) => {
    const at = wholeNumber(random, 1, rows.length + 1)
    const model = rowAt(rows, Math.min(at, rows.length))
    const forged = sealRows([{ ...model, seq: at, title: 'Never happened' }], hashBefore(rows, at))
    const later = rows.slice(at - 1).map((row) => ({ ...row, seq: row.seq + 1 }))
    const last = headOf(rows)
    return {
      rows: [...rows.slice(0, at - 1), ...forged, ...later],
      head: at > rows.length ? last : { ...last, seq: last.seq + 1 },
      at,
    }
  },
  'tail cut, head left': (rows, random) => {
    const at = anyOf(rows, random)
    return { rows: rows.slice(0, at - 1), head: headOf(rows), at }
  },
  'tail cut, head moved': (rows, random) => {
    const at = anyOf(rows, random)
    return { rows: rows.slice(0, at - 1), head: { seq: at - 1, hash: hashBefore(rows, at) }, at }
  },
  'rest rewritten, hashes and head made to fit': (rows, random) => {
    const at = anyOf(rows, random)
    const rest = rows.slice(at - 1).map((row) => (row.seq === at ? { ...row, title: `${row.title} ` } : row))
    const rewritten = [...rows.slice(0, at - 1), ...sealRows(rest, hashBefore(rows, at))]
    return { rows: rewritten, head: headOf(rewritten), at }
  },
} satisfies Record<string, Tampering>

/** The end of a chain of rows. */
export function headOf(rows: readonly JournalRow[]): ChainHead {
  const last = rowAt(rows, rows.length)
  return { seq: last.seq, hash: last.hash }
}

function anyOf(rows: readonly JournalRow[], random: () => number): number {
  return wholeNumber(random, 1, rows.length)
}

function edited(row: JournalRow, random: () => number): JournalRow {
  const edit = edits[wholeNumber(random, 0, edits.length - 1)]
  if (!edit) throw new Error('there is no such edit')
  return edit(row)
}

function hashBefore(rows: readonly JournalRow[], seq: number): string {
  return seq === 1 ? FIRST_HASH : rowAt(rows, seq - 1).hash
}

function rowAt(rows: readonly JournalRow[], seq: number): JournalRow {
  const row = rows[seq - 1]
  if (!row) throw new Error(`there is no row ${seq}`)
  return row
}
