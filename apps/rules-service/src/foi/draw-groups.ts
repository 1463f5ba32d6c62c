import type { GovernanceGroup, ReportingLine } from '@workplan/domain'
import { type Draw, type DrawnFrom, emptyDraw } from './draw.ts'

/** The group that decides for the programme, and whether it reports to the board or to the partnership. */
export function drawDecisionGroups({ records }: DrawnFrom): Draw {
  const groupOf = new Map(records.group.map((group) => [group.id, group]))
  const deciding = records.group.filter(
    ({ kind, state }) => kind === 'programme-board' && state !== 'retired',
  )
  if (deciding.length === 0)
    return { ...emptyDraw(), unknown: ['Which group decides: no programme board is on record.'] }
  const above = deciding.flatMap(({ id }) => ancestorsOf(id, records['reporting-line'], groupOf))
  const fits = [
    ...(above.some(({ kind }) => kind === 'statutory-board') ? ['board-sub-group'] : []),
    ...(above.some(({ kind }) => kind === 'partnership') ? ['partnership-sub-group'] : []),
  ]
  return {
    ...emptyDraw(),
    sentences: [
      `Decided by: ${deciding.map(({ name }) => name).join('; ')}.`,
      ...(above.length > 0 ? [`It reports to: ${above.map(({ name }) => name).join('; ')}.`] : []),
    ],
    fits,
    evidence: [...deciding, ...above].map(({ id, name }) => ({ kind: 'group', id, title: name })),
    unknown:
      above.length === 0
        ? ['To whom this group reports: no reporting line that is in force is on record.']
        : [],
  }
}

/** All groups above one, along lines that are in force, each once. */
function ancestorsOf(
  id: string,
  lines: readonly ReportingLine[],
  groupOf: ReadonlyMap<string, GovernanceGroup>,
  seen: ReadonlySet<string> = new Set(),
): GovernanceGroup[] {
  const parents = lines
    .filter(({ from, to, state }) => from === id && state === 'stated' && !seen.has(to))
    .flatMap(({ to }) => groupOf.get(to) ?? [])
  const known = new Set([...seen, id, ...parents.map((parent) => parent.id)])
  return [...parents, ...parents.flatMap((parent) => ancestorsOf(parent.id, lines, groupOf, known))]
}

/** How hospices take part: the records name groups, but not who sits in them. */
export function drawHospiceParticipation(): Draw {
  return { ...emptyDraw(), unknown: ['In which groups hospices sit: members of groups are not on record.'] }
}
