import { describe, expect, it } from 'vitest'
import { FIRST_HASH, sealRows } from '../store/journal.ts'
import type { JournalRow } from '../store/store.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { checkChain } from './check-chain.ts'
import { headOf, tamperings } from './tampering.fixture.ts'

/** Twenty changes of three rows each. */
const rows: JournalRow[] = sealRows(
  Array.from({ length: 60 }, (_, index) => ({
    programme: 'alpha',
    seq: index + 1,
    change: index - (index % 3) + 1,
    at: new Date(Date.UTC(2023, 2, 13, 9, index)),
    asAt: '2023-03-13',
    actor: 'person.sro',
    action: 'task.updated',
    kind: 'task',
    recordId: `task.${index}`,
    title: `Task ${index}`,
    before: { progress: null },
    after: { progress: `Step ${index}` },
    why: index % 2 === 0 ? null : 'Asked for',
    cause: null,
    stored: null,
  })),
  FIRST_HASH,
)
/** One head outside for each change, as the service writes them. */
const headsOutside = rows.filter(({ seq }) => seq % 3 === 0)
const lastOf = (seq: number) => Math.ceil(seq / 3) * 3

describe('the check of a chain', () => {
  it('finds nothing in a journal as it was written', async () => {
    expect(await checkChain(rows, headOf(rows), headsOutside)).toEqual({ rows: 60, fault: null })
  })

  it('allows rows that were committed after the last head outside', async () => {
    expect(await checkChain(rows, headOf(rows), headsOutside.slice(0, -1))).toEqual({ rows: 60, fault: null })
  })

  it.each(Object.entries(tamperings))('finds and locates: %s', async (_name, tamper) => {
    const random = seededRandom(48)
    for (let round = 0; round < 100; round += 1) {
      const { rows: after, head, at } = tamper(rows, random)
      const { fault } = await checkChain(after, head, headsOutside)
      expect(fault?.seq).toBeGreaterThanOrEqual(at)
      expect(fault?.seq).toBeLessThanOrEqual(Math.max(at + 1, lastOf(at)))
    }
  })

  const alteredAt = (seq: number, change: Partial<JournalRow>) =>
    rows.map((row) => (row.seq === seq ? { ...row, ...change } : row))

  it.each([
    ['content that was edited', alteredAt(7, { title: 'Other' }), { seq: 7, kind: 'hash' }],
    ['a link that was edited', alteredAt(7, { prevHash: FIRST_HASH }), { seq: 7, kind: 'link' }],
    ['a row that is gone', rows.filter(({ seq }) => seq !== 7), { seq: 7, kind: 'gap' }],
    ['a row before the first', [{ ...rows[0], seq: 0 } as JournalRow, ...rows], { seq: 1, kind: 'gap' }],
    ['an end that is gone', rows.slice(0, 50), { seq: 51, kind: 'cut' }],
    ['rows that are all gone', [], { seq: 1, kind: 'cut' }],
  ])('names %s', async (_name, after, fault) => {
    expect((await checkChain(after, headOf(rows), headsOutside)).fault).toEqual(fault)
  })

  it('names a missing head, and one that is not that of the last row', async () => {
    expect((await checkChain(rows, null, headsOutside)).fault).toEqual({ seq: 60, kind: 'no-head' })
    const other = { seq: 60, hash: FIRST_HASH }
    expect((await checkChain(rows, other, headsOutside)).fault).toEqual({ seq: 60, kind: 'head' })
  })

  it('cannot notice a cut end with a head to match when there are no heads outside', async () => {
    const short = rows.slice(0, 50)
    expect((await checkChain(short, headOf(short), [])).fault).toBeNull()
    expect((await checkChain(short, headOf(short), headsOutside)).fault).toEqual({ seq: 51, kind: 'cut' })
  })
})
