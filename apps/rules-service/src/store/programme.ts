import type {
  ExplanationNode,
  FlagSummary,
  IsoDate,
  PersonView,
  ProgrammeState,
  RecordKind,
  RecordRef,
} from '@workplan/domain'
import type { ProgrammeRules } from '../rules/programme-rules.ts'

type WhatBecameOfIt = 'status' | 'raisedAt' | 'raisedOn' | 'clearedAt' | 'clearedOn'

/** What the rules say of a subject, before it is compared with the flags on record. */
export interface JudgedFlag extends Omit<FlagSummary, WhatBecameOfIt> {
  /** The version of the rule that says so. */
  ruleVersion: number
  explanation: ExplanationNode
  records: RecordRef[]
}

/**
 * A flag on record. `FlagSummary` is the part of it that lists show. `ruleVersion` stays the version that raised it (or
 * opened it again) as long as it stands; `judgedByVersion` is the one that held when it was last judged.
 */
export interface StoredFlag extends JudgedFlag, Pick<FlagSummary, WhatBecameOfIt> {
  judgedByVersion: number
  /** The last day of the acceptance; null unless the flag is accepted. */
  acceptedUntil: IsoDate | null
}

/** A programme as it stands at one entry of its journal. Shared between requests: read it, never change it. */
export interface LoadedProgramme {
  state: ProgrammeState
  /** Versions of the records, by `recordKey`. */
  versions: ReadonlyMap<string, number>
  /** Every flag by id, cleared ones included. */
  flags: ReadonlyMap<string, StoredFlag>
  /** What the programme did to its rules. */
  programmeRules: ProgrammeRules
  /** The members of the programme, by id. */
  people: ReadonlyMap<string, PersonView>
  /** The programme's moment: the day it is pinned to, or today. */
  asAt: IsoDate
  /** The last entry of the journal that this contains. */
  seq: number
}

/** The key of a record among all the records of a programme. */
export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}/${id}`
}

/** The part of a flag that lists show. */
export function flagSummary(flag: StoredFlag): FlagSummary {
  const {
    ruleVersion: _ruleVersion,
    judgedByVersion: _judgedByVersion,
    acceptedUntil: _acceptedUntil,
    explanation: _explanation,
    records: _records,
    ...summary
  } = flag
  return summary
}
