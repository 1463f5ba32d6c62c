import { emptyState, parseData, Programme, recordSchemas, type IsoDate } from '@workplan/domain'
import { ownRuleOfRow, programmeRulesOf, settingOfRow } from '../rule-rows.ts'
import type { LoadedProgramme } from '../programme.ts'
import type { ReplayedProgramme } from '../replay/replay-journal.ts'
import { programmeRules, ruleSettings } from '../schema/index.ts'
import type { TableRow } from '../stored-parts.ts'
import { typedRow } from './typed-row.ts'

/** A programme as it was loaded then, checked against the schemas of today. A journal knows its people by their ids alone. */
export function programmeOfReplay(
  { programme: data, records, flags, tables, seq }: ReplayedProgramme,
  day: IsoDate,
): LoadedProgramme {
  const programme = parseData(Programme, data, 'a programme in its journal')
  const { id } = programme
  const state = emptyState(programme)
  for (const { kind, data: record } of records.values())
    (state.records[kind] as unknown[]).push(
      parseData(recordSchemas[kind], record, `the journal of ${id}, ${kind}`),
    )
  return {
    state,
    versions: new Map([...records].map(([key, { version }]) => [key, version])),
    flags: new Map([...flags].toSorted(byKey)),
    programmeRules: programmeRulesOf(
      inOrder(tables.rule_settings).map((row) => settingOfRow(typedRow(ruleSettings, id, row))),
      inOrder(tables.programme_rules).map((row) => ownRuleOfRow(typedRow(programmeRules, id, row))),
    ),
    people: new Map(),
    asAt: programme.pinnedTo ?? day,
    seq,
  }
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function inOrder(rows: ReadonlyMap<string, TableRow>): TableRow[] {
  return [...rows.values()].toSorted((one, other) => Number(one['version']) - Number(other['version']))
}
