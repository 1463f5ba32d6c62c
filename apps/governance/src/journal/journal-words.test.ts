import { describe, expect, it } from 'vitest'
import { journalEntry } from '../testing/example-views.ts'
import { actionInWords, changesInWords, matchesWords, whyInWords } from './journal-words.ts'

const changed = (field: string, before: unknown, after: unknown) =>
  changesInWords({ changes: [{ field, before, after }] })

describe('changesInWords', () => {
  it('says what a field is and what it was', () => {
    expect(changed('statusReason', null, 'staffing')).toEqual(['Status reason: staffing'])
    expect(changed('due', '2023-03-31', null)).toEqual(['Due: nothing, was 31 March 2023'])
    expect(changed('serves', [], ['duty.a', 'duty.b'])).toEqual(['Serves: duty.a, duty.b, was nothing'])
    expect(changed('fundingNeeded', null, false)).toEqual(['Funding needed: no'])
  })

  it('opens a field that has fields of its own and leaves out what stayed', () => {
    const before = { summary: 'Old', done: 'Same' }
    expect(changed('narrative', before, { summary: 'New', done: 'Same' })).toEqual([
      'Narrative, summary: New, was Old',
    ])
    expect(changed('decision', null, { kind: 'accept', until: '2023-06-30' })).toEqual([
      'Decision, kind: accept',
      'Decision, until: 30 June 2023',
    ])
  })

  it('cuts long texts', () => {
    expect(changed('progress', null, 'x'.repeat(300))[0]).toHaveLength('Progress: '.length + 121)
  })
})

describe('an entry', () => {
  it('has its action and reason in words', () => {
    expect(actionInWords('report.issued')).toBe('Report issued')
    expect(whyInWords({ why: null, by: 'Workplan' })).toBe('Follows from the records')
    expect(whyInWords({ why: null, by: 'Lead' })).toBe('Not said')
  })

  it('is found by any word a reader sees', () => {
    const entry = journalEntry()
    expect(matchesWords(entry, 'WORKSHOP')).toBe(true)
    expect(matchesWords(entry, 'not started')).toBe(true)
    expect(matchesWords(entry, 'hospice')).toBe(false)
    expect(matchesWords(entry, ' ')).toBe(true)
  })
})
