import { describe, expect, it } from 'vitest'
import { createDocumentQueue } from './document-queue.ts'

describe('createDocumentQueue', () => {
  it('runs a few at a time, the rest in the order they came, and refuses those beyond', async () => {
    const inTurn = createDocumentQueue({ atOnce: 2, mostWaiting: 2 })
    const begun: number[] = []
    const ends = [1, 2, 3, 4, 5].map(() => Promise.withResolvers<number>())
    const made = ends.map((end, place) =>
      inTurn(() => {
        begun.push(place + 1)
        return end.promise
      }),
    )
    await expect(made[4]).rejects.toMatchObject({ code: 'too-busy' })
    expect(begun).toEqual([1, 2])
    ends[1]?.resolve(2)
    await made[1]
    ends[0]?.reject(new Error('broken'))
    await expect(made[0]).rejects.toThrow('broken')
    ends[2]?.resolve(3)
    ends[3]?.resolve(4)
    expect(await Promise.all([made[2], made[3]])).toEqual([3, 4])
    expect(begun).toEqual([1, 2, 3, 4])
    expect(await inTurn(async () => 6)).toBe(6)
  })
})
