import { describe, expect, it } from 'vitest'
import { DecisionInput } from './flag-decision.ts'
import { ExplanationNode, FlagId, flagId, worstSeverity } from './flag.ts'

describe('a flag', () => {
  it('is named by its rule and its subject', () => {
    expect(FlagId.parse(flagId('level-without-evidence', 'ambitions.1.4.1'))).toBe(
      'level-without-evidence~ambitions.1.4.1',
    )
  })

  it('takes the worst severity of several, or none of none', () => {
    expect(worstSeverity(['low', 'high', 'medium'])).toBe('high')
    expect(worstSeverity([])).toBeNull()
  })

  it('has an explanation that nests to any depth', () => {
    const leaf = {
      kind: 'condition',
      fact: 'level',
      label: 'Level',
      operator: 'greaterThanInclusive',
      operatorInWords: 'is at least',
      needed: 3,
      found: null,
      outcome: 'not-assessable',
    } as const
    const tree = {
      kind: 'all',
      outcome: 'not-assessable',
      children: [{ kind: 'not', title: 'Level below 3', outcome: 'not-assessable', children: [leaf] }],
    } as const
    expect(ExplanationNode.parse(tree)).toEqual(tree)
  })
})

describe('a decision', () => {
  it.each([
    [{ kind: 'accept', until: '2023-06-30', rationale: ' ' }, 'an acceptance without a rationale'],
    [{ kind: 'accept', rationale: 'Small risk' }, 'an acceptance without an end'],
    [{ kind: 'dispute' }, 'a dispute without a case'],
    [{ kind: 'clear' }, 'clearing a flag by decision'],
  ])('refuses %j: %s', (input, _why) => {
    expect(DecisionInput.safeParse(input).success).toBe(false)
  })

  it('may assign the flag to a task', () => {
    expect(DecisionInput.parse({ kind: 'assign', task: 'p.task.a' })).toEqual({
      kind: 'assign',
      task: 'p.task.a',
    })
  })
})
