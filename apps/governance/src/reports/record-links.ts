import type { ReportContent } from '@workplan/domain'

/** A record that a reason rests on, named as the report names it. */
export interface NamedRecord {
  kind: string
  id: string
  title: string
}

/** The records behind a rating's reason, with kind and title from the report's own tables where it has them. */
export function namedRecords(ids: readonly string[], content: ReportContent): NamedRecord[] {
  const items = [content.done, content.next, content.late, content.milestones, content.decisionsNeeded].flat()
  const flags = [...content.flagsRaised, ...content.flagsCleared]
  return ids.map((id) => {
    const item = items.find((candidate) => candidate.id === id)
    if (item) return { kind: item.kind, id, title: item.title }
    const flag = flags.find((candidate) => candidate.id === id)
    if (flag) return { kind: 'flag', id, title: `${flag.title}: ${flag.subject}` }
    return { kind: kindInId(id), id, title: id }
  })
}

/** Ids name their kind: `rule~subject` is a flag, `bnssg.milestone.x` a milestone. */
function kindInId(id: string): string {
  return id.includes('~') ? 'flag' : (id.split('.').at(1) ?? 'task')
}
