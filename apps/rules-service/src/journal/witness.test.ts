import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { openHeadsFile, readHeadsFile } from './heads-folder.ts'
import { verifyJournal } from './verify-journal.ts'
import { createWitness, type Witness } from './witness.ts'
import { createStore } from '../store/create-store.ts'
import type { Store } from '../store/store.ts'

let folder: string
let service: TestService
let witness: Witness
let store: Store
const errors: unknown[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-witness-'))
  service = await openTestService()
  const { database, rules, now } = service.context
  const log = { error: (error: unknown) => errors.push(error) }
  witness = createWitness({ now, log, file: await openHeadsFile(folder) })
  store = createStore({ database, rules, now, witness })
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const note = (title: string, over = store) =>
  over.change(
    { programme: 'alpha', actor: 'person.sro', idempotency: null },
    (change) => change.note({ action: 'x', kind: 'x', id: 'x', title, before: null, after: null, why: null }),
    ({ after }) => after.seq,
  )

async function heads(): Promise<number[]> {
  return (await readHeadsFile(folder))?.heads.map(({ seq }) => seq) ?? []
}

describe('the store with a witness', () => {
  it('has the head outside the database before it answers', async () => {
    const seq = await note('One')
    expect((await heads()).at(-1)).toBe(seq)
  })

  it('covers all that are answered at once, in fewer writes', async () => {
    const before = (await heads()).length
    const seqs = await Promise.all(Array.from({ length: 8 }, (_, index) => note(`At once ${index}`)))
    const after = await heads()
    expect(after.at(-1)).toBe(Math.max(...seqs))
    expect(after.length - before).toBeLessThanOrEqual(8)
    expect(new Set(after).size).toBe(after.length)
  })

  it('sees what another instance wrote, when it is read here', async () => {
    const seq = await note('Elsewhere', service.context.store)
    expect((await heads()).at(-1)).toBeLessThan(seq)
    await store.readProgramme('alpha')
    expect((await heads()).at(-1)).toBe(seq)
  })

  it('agrees with the journal', async () => {
    const outside = await readHeadsFile(folder)
    const [verified] = await verifyJournal(service.context.database, outside?.heads ?? [])
    expect(verified).toMatchObject({ programme: 'alpha', fault: null, headsOutside: outside?.heads.length })
  })

  it('names a programme that is gone from the database', async () => {
    const gone = { programme: 'gone', seq: 3, hash: 'a'.repeat(64), at: '2023-03-13T09:00:00.000Z' }
    const verified = await verifyJournal(service.context.database, [gone])
    expect(verified.find(({ programme }) => programme === 'gone')?.fault).toEqual({ seq: 1, kind: 'cut' })
  })

  it('answers a change that is saved although its head cannot be written, and logs it', async () => {
    expect(errors).toEqual([])
    await witness.close()
    await note('No disk')
    expect(errors).toHaveLength(1)
  })
})
