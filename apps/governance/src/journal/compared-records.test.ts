import type { Comparison } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { comparison } from '../testing/example-comparison.ts'
import { answerSeenInWords, comparedSections } from './compared-records.ts'

function changesIn(id: string, change: Partial<Comparison> = {}) {
  const sections = comparedSections(comparison(change))
  return sections
    .find((section) => section.id === id)
    ?.records.map(({ changes }) => changes.map(({ text }) => text))
}

describe('what changed between two moments', () => {
  it('is told by what happened to each record', () => {
    const counts = comparedSections(comparison()).map(({ id, records }) => [id, records.length])
    expect(Object.fromEntries(counts)).toEqual({
      created: 0,
      ended: 1,
      changed: 1,
      measures: 1,
      raised: 1,
      cleared: 0,
      decided: 1,
    })
  })

  it('says what is and what was', () => {
    expect(changesIn('ended')).toEqual([['Status: from “In progress” to “Done”']])
    expect(changesIn('changed')).toEqual([['Due: from “31 March 2023” to “30 April 2023”']])
    expect(changesIn('measures')).toEqual([
      ['Answer: from “Not answered” to “Level 2”', 'Next step: from not stated to “Train the team”'],
    ])
  })

  it('of a flag says its severity, its status and what was said', () => {
    expect(changesIn('raised')).toEqual([['High severity', 'Status: Open']])
    expect(changesIn('decided')).toEqual([
      ['High severity', 'Status: from “Open” to “Disputed”', 'Disputed: The rule is wrong here'],
    ])
  })

  it('keeps unanswered, not applicable, not scored and level 0 apart', () => {
    const states = ['unanswered', 'not-applicable', 'not-scored'] as const
    const words = states.map((state) => answerSeenInWords({ state, level: null }))
    expect([...words, answerSeenInWords({ state: 'answered', level: 0 })]).toEqual([
      'Not answered',
      'Not applicable',
      'Not scored',
      'Level 0',
    ])
  })
})
