import type { CaseOutcome, RuleState, RuleSummary, Verdict } from '@workplan/domain'

export const stateWords: Record<RuleState, string> = {
  'in-force': 'In force',
  'switched-off': 'Switched off',
  draft: 'Draft',
  ended: 'Ended',
  'does-not-fit': 'Does not fit any more',
}

export const originWords: Record<RuleSummary['origin'], string> = {
  pack: 'Comes with Workplan',
  own: 'Your own rule',
}

/** What a case says must come out, in words. */
export function outcomeInWords(outcome: CaseOutcome): string {
  if (outcome === 'not-assessable') return 'Cannot be judged'
  return outcome ? 'Flag' : 'No flag'
}

export const verdictOutcomes: Record<Verdict, CaseOutcome> = {
  holds: true,
  'does-not-hold': false,
  'not-assessable': 'not-assessable',
}

/** How many subjects a rule cannot judge; a rule that judges nothing at present has no such number. */
export function notAssessableInWords(count: number | null): string {
  return count === null ? 'Not judged now' : String(count)
}

/** What sets a rule apart: 'Switched off, changed here'. */
export function marksOf({ state, origin, changedHere, hasDraft }: RuleSummary): string[] {
  return [
    ...(origin === 'own' ? ['Own rule'] : []),
    ...(state === 'in-force' ? [] : [stateWords[state]]),
    ...(changedHere ? ['Changed here'] : []),
    ...(hasDraft && state !== 'draft' ? ['Has a draft'] : []),
  ]
}

export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
