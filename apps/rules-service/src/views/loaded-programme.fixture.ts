import { emptyState, flagId, type Programme, type ProgrammeState, type Severity } from '@workplan/domain'
import { loadExampleProgrammes } from '@workplan/example-programmes'
import { loadLibrary } from '@workplan/rulebook'
import type { Rule } from '@workplan/rulebook'
import { loadRules } from '../rules.ts'
import { UNCHANGED_RULES } from '../rules/programme-rules.ts'
import type { LoadedProgramme, StoredFlag } from '../store/programme.ts'

/** The two example programmes as they are loaded, without flags. */
export function exampleProgramme(id: 'bnssg' | 'northamptonshire'): LoadedProgramme {
  const states = loadExampleProgrammes(new Set(loadLibrary().requirements.keys()))
  const state = states.find(({ programme }) => programme.id === id)
  if (!state) throw new Error(`There is no example programme ${id}`)
  return loaded(state)
}

/** A state as the store would load it. */
export function loaded(state: ProgrammeState, parts: Partial<LoadedProgramme> = {}): LoadedProgramme {
  return {
    state,
    versions: new Map(),
    flags: new Map(),
    programmeRules: UNCHANGED_RULES,
    people: new Map(),
    asAt: state.programme.pinnedTo ?? '2023-03-13',
    seq: 1,
    ...parts,
  }
}

const smallProgramme: Programme = {
  id: 'small',
  name: 'Small programme',
  shortName: 'Small',
  organisation: 'Small ICB',
  description: 'A programme for tests',
  pinnedTo: '2023-03-13',
  pinnedBecause: null,
  frameworks: ['framework.statutory-guidance-2022', 'framework.ambitions-2021-2026'],
  source: { document: 'Test' },
}

/** A programme without records, to build on. */
export function smallState(): ProgrammeState {
  return emptyState(smallProgramme)
}

/** A flag of a rule on a task, open unless said otherwise. */
export function flagOf(rule: string, subject: string, parts: Partial<StoredFlag> = {}): StoredFlag {
  const severity: Severity = 'medium'
  return {
    id: flagId(rule, subject),
    rule,
    ruleVersion: 1,
    judgedByVersion: 1,
    acceptedUntil: null,
    title: `Rule ${rule}`,
    severity,
    status: 'open',
    subject: { kind: 'task', id: subject, title: `Task ${subject}` },
    message: `${subject} needs care`,
    audience: ['all'],
    workstreams: [],
    requirements: [],
    raisedAt: '2023-03-01T09:00:00.000Z',
    raisedOn: '2023-03-01',
    clearedAt: null,
    clearedOn: null,
    explanation: { kind: 'all', outcome: 'holds', children: [] },
    records: [],
    ...parts,
  }
}

/** A programme with the flags that the real rules raise on its day, and those rules. */
export function judged(programme: LoadedProgramme): { programme: LoadedProgramme; rules: readonly Rule[] } {
  const rules = loadRules()
  const flags = rules
    .judge(programme.state, programme.asAt)
    .map((flag) => flagOf(flag.rule, flag.subject.id, flag))
  return { programme: { ...programme, flags: flagsById(...flags) }, rules: rules.rulebook.rules }
}

/** Flags as the store keeps them. */
export function flagsById(...flags: StoredFlag[]): ReadonlyMap<string, StoredFlag> {
  return new Map(flags.map((flag) => [flag.id, flag]))
}
