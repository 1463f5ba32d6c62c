import type { SubjectFactsView } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { emptyGroup } from './condition-draft.ts'
import { contestedParts, settleRule } from './rule-contest.ts'
import { emptyRule, type RuleDraft } from './rule-draft.ts'

const FACTS: SubjectFactsView[] = [
  {
    kind: 'task',
    conditions: [{ name: 'isLive', title: 'It is live' }],
    facts: [
      {
        name: 'daysLate',
        label: 'Days late',
        type: 'number',
        unit: 'day',
        description: '',
        parts: [],
        operators: [{ operator: 'greaterThan', words: 'is more than', takes: 'number' }],
        seen: [],
      },
    ],
  },
]

function rule(change: Partial<RuleDraft> = {}, days = '14'): RuleDraft {
  const compared = {
    key: 1,
    kind: 'compare',
    reading: { fact: 'daysLate' },
    operator: 'greaterThan',
  } as const
  const when = {
    ...emptyGroup(),
    children: [{ ...compared, value: days }, { key: 2, kind: 'named', name: 'isLive' } as const],
  }
  return { ...emptyRule(), title: 'Late', subject: 'task', when, why: 'Agreed', ...change }
}

describe('two people wrote on one rule', () => {
  const contest = {
    base: rule(),
    mine: rule({ why: 'Mine', message: 'It is late' }, '21'),
    theirs: rule({ why: 'Theirs', severity: 'high' }),
  }

  it('shows each part in words, with what there is none of', () => {
    const parts = new Map(contestedParts(contest, FACTS).map((part) => [part.key, part]))
    expect(parts.get('conditions')?.mine).toBe(
      'About: task\nAll of these:\n– Days late is more than 21\n– It is live',
    )
    expect(parts.get('severity')).toMatchObject({ mine: 'Nothing yet', theirs: 'High' })
    expect(parts.get('why')).toMatchObject({ base: 'Agreed', mine: 'Mine', theirs: 'Theirs' })
  })

  it('keeps my parts where I say so and theirs everywhere else', () => {
    const settled = settleRule(contest, FACTS, { why: 'theirs' })
    expect(settled).toMatchObject({ why: 'Theirs', severity: 'high', message: 'It is late' })
    expect(settled.when).toEqual(contest.mine.when)
    expect(settleRule(contest, FACTS, { why: 'mine', conditions: 'theirs' })).toMatchObject({
      why: 'Mine',
      when: contest.theirs.when,
    })
  })
})
