import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storageWithoutRoom } from '../../testing/storage-without-room.ts'
import {
  forgetDraft,
  forgetDraftsOf,
  hasDraftsOf,
  keepDraft,
  keepDraftsOf,
  keptDraft,
} from './draft-store.ts'

const KEY = 'person.a/bnssg/task.1'
const stored = () => Object.keys(sessionStorage).filter((key) => key.includes(KEY))

beforeEach(() => {
  sessionStorage.clear()
  keepDraftsOf('person.a')
})
afterEach(() => forgetDraft(KEY))

describe('what is typed', () => {
  it('is kept for its writer alone, until it is saved', () => {
    keepDraft(KEY, { note: 'Half a thought' })
    expect(keptDraft(KEY)).toEqual({ note: 'Half a thought' })
    expect([hasDraftsOf('person.a'), hasDraftsOf('person')]).toEqual([true, false])
    forgetDraft(KEY)
    expect(keptDraft(KEY)).toBeNull()
  })

  it('lasts as long as the page where the browser has no room, and takes the place of what it kept before', () => {
    keepDraft(KEY, { note: 'Half' })
    const makeRoom = storageWithoutRoom()
    keepDraft(KEY, { note: 'Half a thought' })
    expect(keptDraft(KEY)).toEqual({ note: 'Half a thought' })
    expect(hasDraftsOf('person.a')).toBe(true)
    makeRoom()
    expect(stored()).toEqual([])
    keepDraft(KEY, { note: 'A whole thought' })
    expect(keptDraft(KEY)).toEqual({ note: 'A whole thought' })
    expect(stored()).toHaveLength(1)
  })

  it('goes when its writer signs out, and so does what was still on its way, until they are back', () => {
    keepDraft(KEY, { note: 'Half a thought' })
    forgetDraftsOf('person.a')
    keepDraft(KEY, { note: 'Half a thought' })
    expect(keptDraft(KEY)).toBeNull()
    keepDraftsOf('person.a')
    keepDraft(KEY, { note: 'A new one' })
    expect(keptDraft(KEY)).toEqual({ note: 'A new one' })
  })
})
