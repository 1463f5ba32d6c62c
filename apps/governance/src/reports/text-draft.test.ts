import { describe, expect, it } from 'vitest'
import {
  isContested,
  isUnsaved,
  keepMine,
  openText,
  parseTextDraft,
  receiveSaved,
  settleSent,
  takeTheirs,
} from './text-draft.ts'

const writing = { ...openText('saved'), text: 'mine' }

describe('a text while it is written', () => {
  it('follows what others save as long as nobody writes here', () => {
    expect(receiveSaved(openText('saved'), 'theirs')).toEqual(openText('theirs'))
  })

  it('never loses words that are not saved', () => {
    const contested = receiveSaved(writing, 'theirs')
    expect(contested.text).toBe('mine')
    expect(isContested(contested)).toBe(true)
    expect(isContested(receiveSaved(writing, 'saved'))).toBe(false)
  })

  it('is settled when the same words were saved elsewhere', () => {
    const settled = receiveSaved(writing, 'mine')
    expect(isUnsaved(settled)).toBe(false)
    expect(isContested(settled)).toBe(false)
  })

  it('lets the writer choose', () => {
    const contested = receiveSaved(writing, 'theirs')
    expect(keepMine(contested)).toEqual({ base: 'theirs', theirs: 'theirs', text: 'mine' })
    expect(isContested(keepMine(contested))).toBe(false)
    expect(isUnsaved(keepMine(contested))).toBe(true)
    expect(takeTheirs(contested)).toEqual(openText('theirs'))
  })

  it('is contested when it was kept over a change by somebody else', () => {
    const kept = parseTextDraft(JSON.parse(JSON.stringify(writing)))
    expect(kept && isContested(receiveSaved(kept, 'theirs'))).toBe(true)
  })

  it('refuses what the browser kept when it is no draft', () => {
    expect(parseTextDraft(null)).toBeNull()
    expect(parseTextDraft('words')).toBeNull()
    expect(parseTextDraft({ base: 1, text: 'mine' })).toBeNull()
  })

  it('stands on what was sent once that is saved, with what was typed since', () => {
    const sent = { text: 'mine', attempt: 'a', version: 1, waiting: true }
    const since = { ...writing, text: 'mine and more', sent }
    expect(receiveSaved(since, 'mine')).toEqual({ base: 'mine', theirs: 'mine', text: 'mine and more' })
    expect(receiveSaved(since, 'theirs').sent).toEqual(sent)
    expect(settleSent({ ...writing, sent }, 'mine, trimmed')).toEqual(openText('mine, trimmed'))
    expect(parseTextDraft(JSON.parse(JSON.stringify(since)))?.sent).toEqual(sent)
  })
})
