import type { IsoDate, RuleState } from '@workplan/domain'
import type { Rulebook } from '@workplan/rulebook'
import { draftOf, type OwnRuleVersion, type ProgrammeRules, publishedOf } from './programme-rules.ts'
import { type ProgrammeRule, rulesOfProgramme } from './rules-of-programme.ts'

/** A rule as the library lists it. */
export interface LibraryEntry {
  id: string
  /** Null for a rule that was never published, and for one that cannot be read any more. */
  found: ProgrammeRule | null
  /** Of an own rule: what is published, and what is written of its next version. */
  published: OwnRuleVersion | undefined
  draft: OwnRuleVersion | undefined
}

/** Every rule of a programme, drafts and ended ones included. */
export function libraryEntries(pack: Rulebook, programmeRules: ProgrammeRules): LibraryEntry[] {
  const rules = rulesOfProgramme(pack, programmeRules)
  const found = new Map(rules.map((entry) => [entry.rule.id, entry]))
  const ids = new Set([...found.keys(), ...programmeRules.own.keys()])
  return [...ids].map((id) => ({
    id,
    found: found.get(id) ?? null,
    published: publishedOf(programmeRules, id),
    draft: draftOf(programmeRules, id),
  }))
}

/** One rule of a programme; undefined when there is none of that id. */
export function libraryEntry(
  pack: Rulebook,
  programmeRules: ProgrammeRules,
  id: string,
): LibraryEntry | undefined {
  return libraryEntries(pack, programmeRules).find((entry) => entry.id === id)
}

/** Where a rule stands on a day. */
export function stateOf({ found, published }: LibraryEntry, asAt: IsoDate): RuleState {
  const until = found?.rule.until ?? published?.until ?? null
  if (until !== null && until < asAt) return 'ended'
  if (found) return found.enabled ? 'in-force' : 'switched-off'
  return published ? 'does-not-fit' : 'draft'
}
