import type { ProgrammeState, ReportingLine } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import { recordKey } from '../../store/programme.ts'
import type { Change } from '../../store/store.ts'

/** Makes a group report to exactly these; other lines that held, or might have, become former ones. */
export function putLines(change: Change, group: string, parents: readonly string[], why: string): void {
  const { state } = change.before
  const existing = state.records['reporting-line'].filter(({ from }) => from === group)
  for (const to of parents)
    if (!existing.some((line) => line.to === to))
      change.put('reporting-line', newLine(state, group, to), {
        expectedVersion: null,
        action: 'reporting-line.created',
        why,
      })
  for (const line of existing) {
    const isWanted = parents.includes(line.to)
    if (isWanted && line.state !== 'stated') setLineState(change, line, 'stated', why)
    if (!isWanted && line.state === 'stated') setLineState(change, line, 'former', why)
  }
}

function setLineState(
  { before, put }: Change,
  line: ReportingLine,
  state: ReportingLine['state'],
  why: string,
): void {
  const expectedVersion = before.versions.get(recordKey('reporting-line', line.id)) ?? null
  put('reporting-line', { ...line, state }, { expectedVersion, action: 'reporting-line.updated', why })
}

/** Groups that this one reports to today. */
export function parentsOf(state: ProgrammeState, group: string): string[] {
  return state.records['reporting-line']
    .filter((line) => line.from === group && line.state === 'stated')
    .map(({ to }) => to)
}

/**
 * Throws `invalid-input` when a group cannot report to these: one is not there, has ended, or reports to the group itself,
 * be it by others.
 */
export function checkParents(state: ProgrammeState, group: string | null, parents: readonly string[]): void {
  const errors = parents.flatMap((id, place) => {
    const message = objectionTo(state, group, id)
    return message === null ? [] : [{ path: `reportsTo.${place}`, message }]
  })
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The group cannot report there. Nothing was changed.', { errors })
}

/** Why a group cannot report to another; null when it can. */
export function objectionTo(state: ProgrammeState, group: string | null, parent: string): string | null {
  const found = state.records.group.find(({ id }) => id === parent)
  if (!found) return `There is no group ${parent} in this programme`
  if (found.state === 'retired') return `${found.name} has ended`
  if (parent === group) return 'A group cannot report to itself'
  if (group !== null && isBelow(state, parent, group)) return `${found.name} reports to this group`
  return null
}

function isBelow(state: ProgrammeState, group: string, above: string): boolean {
  const seen = new Set<string>()
  const climb = (from: string): boolean =>
    parentsOf(state, from).some((to) => {
      if (to === above) return true
      if (seen.has(to)) return false
      seen.add(to)
      return climb(to)
    })
  return climb(group)
}

function newLine({ programme }: ProgrammeState, from: string, to: string): ReportingLine {
  return {
    id: idOfNew(programme.id, 'line', ''),
    source: { document: 'Workplan', section: 'Added by hand' },
    from,
    to,
    state: 'stated',
  }
}
