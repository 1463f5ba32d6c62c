import type { ReportContent } from '@workplan/domain'

/** What taking the figures anew changed, in one sentence. */
export function refreshDifference(before: ReportContent, after: ReportContent): string {
  const changes = [
    change('done', before.done, after.done),
    change('next', before.next, after.next),
    change('late', before.late, after.late),
    change('waiting for a decision', before.decisionsNeeded, after.decisionsNeeded),
    change('flags raised', before.flagsRaised, after.flagsRaised),
    change('flags cleared', before.flagsCleared, after.flagsCleared),
  ].filter((text) => text !== null)
  return changes.length === 0
    ? 'Figures taken anew. Nothing changed since last time.'
    : `Figures taken anew. ${changes.join('; ')}.`
}

function change(name: string, before: { id: string }[], after: { id: string }[]): string | null {
  const missingFrom = (list: { id: string }[]) => (item: { id: string }) =>
    !list.some(({ id }) => id === item.id)
  const added = after.filter(missingFrom(before)).length
  const gone = before.filter(missingFrom(after)).length
  const parts = [added > 0 ? `${added} added` : null, gone > 0 ? `${gone} gone` : null].filter(Boolean)
  return parts.length === 0 ? null : `${name}: ${parts.join(', ')}`
}
