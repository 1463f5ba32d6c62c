import type { GroupView, ProgrammeState } from '@workplan/domain'

/** The governance groups with whom they report to; `mayDraft` says for which the reader may draft a report. */
export function groupViews(state: ProgrammeState, mayDraft: (group: string) => boolean): GroupView[] {
  const { group: groups, 'reporting-line': lines } = state.records
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]))
  return groups.map(({ id, name, kind, state: groupState }) => ({
    id,
    name,
    kind,
    state: groupState,
    reportsTo: lines
      .filter((line) => line.from === id)
      .map((line) => ({ id: line.to, name: nameOf.get(line.to) ?? line.to, state: line.state })),
    mayDraft: mayDraft(id),
  }))
}
