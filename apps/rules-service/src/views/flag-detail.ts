import type { FlagDetail, FlagEvent, FrameworkLibrary, PersonView } from '@workplan/domain'
import type { Rule } from '@workplan/rulebook'
import { flagSummary, type LoadedProgramme, type StoredFlag } from '../store/programme.ts'
import type { JournalRow } from '../store/store.ts'
import { actorName } from './journal-in-words.ts'
import { lookedAt } from './looked-at.ts'
import type { RecordIndex } from './record-index.ts'

/** What a flag's page is made of besides the flag itself. */
export interface FlagBackground {
  /** As flagVersion has it. */
  version: number
  programme: LoadedProgramme
  library: FrameworkLibrary
  rules: readonly Rule[]
  index: RecordIndex
  /** The rows of the journal about this flag. */
  journal: readonly JournalRow[]
}

/** Why a flag says so, what was looked at, what would clear it, and what happened to it. */
export function flagDetail(flag: StoredFlag, background: FlagBackground): FlagDetail {
  const { programme, rules, journal } = background
  const rule = rules.find((candidate) => candidate.id === flag.rule)
  return {
    ...flagSummary(flag),
    version: background.version,
    explanation: flag.explanation,
    ruleVersion: flag.ruleVersion,
    judgedByVersion: flag.judgedByVersion,
    why: rule?.why ?? 'The rule that raised this flag is no longer in force.',
    remedy: rule?.remedy ?? 'Nothing: the flag clears with the next change.',
    source: sourceOf(flag, rule, background.library),
    records: [...new Map(flag.records.map((record) => [`${record.kind}/${record.id}`, record])).values()].map(
      (record) => lookedAt(record, background.library, background.index),
    ),
    history: flagHistory(journal, programme.people),
    similar: [...programme.flags.values()].filter(
      (other) => other.rule === flag.rule && other.id !== flag.id && other.status !== 'cleared',
    ).length,
  }
}

/** What happened to a flag, newest first. */
export function flagHistory(
  rows: readonly JournalRow[],
  people: ReadonlyMap<string, PersonView>,
): FlagEvent[] {
  return rows
    .toSorted((one, other) => other.seq - one.seq)
    .flatMap((row) => {
      const event = EVENTS.get(row.action)
      if (!event) return []
      const { asAt: on, why, cause } = row
      return [{ at: row.at.toISOString(), on, event, by: actorName(row.actor, people), why, cause }]
    })
}

const EVENTS = new Map<string, FlagEvent['event']>([
  ['flag.raised', 'raised'],
  ['flag.reopened', 'reopened'],
  ['flag.cleared', 'cleared'],
  ['flag.changed', 'changed'],
  ['flag.assigned', 'assigned'],
  ['flag.accepted', 'accepted'],
  ['flag.acceptance-requested', 'acceptance-requested'],
  ['flag.disputed', 'disputed'],
  ['flag.asked', 'asked'],
  ['flag.answered', 'answered'],
])

function sourceOf(flag: StoredFlag, rule: Rule | undefined, library: FrameworkLibrary): FlagDetail['source'] {
  const requirement =
    library.requirements.get(flag.subject.id) ?? library.requirements.get(flag.requirements[0] ?? '')
  const text = rule?.source.text ?? requirement?.description ?? requirement?.title ?? null
  const framework = library.frameworks.find(({ id }) => id === rule?.source.framework)
  return {
    framework: framework?.name ?? rule?.source.framework ?? 'Not known',
    locator: rule?.source.locator ?? 'Not known',
    text,
    url: rule?.source.url ?? framework?.source.url ?? null,
  }
}
