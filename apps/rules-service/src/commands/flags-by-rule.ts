import type { ProgrammeState } from '@workplan/domain'
import type { Rules } from '../rules.ts'

/** How many flags each rule raises on each programme on its day, as a table in Markdown; rules without flags are named below it. */
export function flagsByRule(
  programmes: readonly { state: ProgrammeState; asAt: string }[],
  rules: Pick<Rules, 'judge' | 'rulebook'>,
): string {
  const counts = programmes.map(({ state, asAt }) =>
    Map.groupBy(rules.judge(state, asAt), (flag) => flag.rule),
  )
  const countsOf = (id: string) => counts.map((flags) => flags.get(id)?.length ?? 0)
  const all = rules.rulebook.rules
  const flagging = all.filter(({ id }) => countsOf(id).some((count) => count > 0))
  const rows = flagging.map(({ id, severity }) => row([`\`${id}\``, severity, ...countsOf(id).map(String)]))
  const totals = counts.map((flags) => [...flags.values()].reduce((sum, { length }) => sum + length, 0))
  const silent = all.filter((rule) => !flagging.includes(rule)).map(({ id }) => `\`${id}\``)
  return [
    row(['Rule', 'Severity', ...programmes.map(({ state }) => state.programme.shortName)]),
    row(['---', '---', ...programmes.map(() => '---')]),
    ...rows,
    row(['All', '', ...totals.map(String)]),
    '',
    `${all.length} rules. Without a flag on either: ${silent.join(', ')}.`,
    '',
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
