import { formatPartialDate, type GroupChange, type GroupView, type NewGroup } from '@workplan/domain'
import { GROUP_KINDS, NO_REPORTS, REPORT_FREQUENCIES } from './group-words.ts'

/** A group as it stands in the form. */
export interface GroupDraft {
  name: string
  kind: string
  state: string
  /** Groups it reports to today. */
  reportsTo: string[]
  /** The id of the person who chairs it; empty for nobody. */
  chair: string
  endsOn: string | null
  /** How often it receives a report; empty for never. */
  reports: string
}

export const EMPTY_GROUP: GroupDraft = {
  ...{
    name: '',
    kind: 'working-group',
    state: 'active',
    reportsTo: [],
    chair: '',
    endsOn: null,
    reports: '',
  },
}

/** A group as the form begins with it. */
export function draftOfGroup({
  name,
  kind,
  state,
  reportsTo,
  chair,
  endsOn,
  reports,
}: GroupView): GroupDraft {
  const held = reportsTo.filter((line) => line.state === 'stated').map(({ id }) => id)
  return { name, kind, state, reportsTo: held, chair: chair?.id ?? '', endsOn, reports: reports ?? '' }
}

/** What is missing, by field. */
export function groupProblems(
  { name, kind, endsOn }: GroupDraft,
  reason: string,
): Partial<Record<keyof GroupDraft | 'reason', string>> {
  return {
    ...(name.trim() === '' && { name: 'Enter the name of the group' }),
    ...(kind === 'task-and-finish' && endsOn === null && { endsOn: 'Enter the day on which it ends' }),
    ...(reason.trim() === '' && { reason: 'Say why, for the journal' }),
  }
}

/** The group to add. */
export function newGroupOf(draft: GroupDraft, reason: string): NewGroup {
  return { ...fieldsOf(draft), state: draft.state === 'forming' ? 'forming' : 'active', reason }
}

/** What is sent to change a group: only what differs. Null when nothing does. */
export function groupChangeOf(base: GroupDraft, draft: GroupDraft, reason: string): GroupChange | null {
  const [before, after] = [fieldsOf(base), fieldsOf(draft)]
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]),
  )
  const isOpened = draft.state !== base.state && (draft.state === 'active' || draft.state === 'forming')
  const change = { ...Object.fromEntries(changed), ...(isOpened && { state: draft.state }) }
  return Object.keys(change).length === 0 ? null : ({ ...change, reason } as GroupChange)
}

/** The fields in which a group differs from what the form began with. */
export function changedInGroup(base: GroupDraft, draft: GroupDraft): (keyof GroupDraft)[] {
  const change = groupChangeOf(base, draft, '') ?? {}
  return (Object.keys(groupLabels) as (keyof GroupDraft)[]).filter((field) => field in change)
}

function fieldsOf({ name, kind, reportsTo, chair, endsOn, reports }: GroupDraft) {
  return {
    ...{ name: name.trim(), reportsTo, chair: chair || null, endsOn },
    kind: codeIn(GROUP_KINDS, kind) ?? 'other',
    reports: codeIn(REPORT_FREQUENCIES, reports),
  }
}

/** The code that was chosen from those that have words; null for none of them. */
function codeIn<Code extends string>(words: Record<Code, string>, chosen: string): Code | null {
  return (Object.keys(words) as Code[]).find((code) => code === chosen) ?? null
}

/** What ids stand for in the form. */
export interface GroupNames {
  group: (id: string) => string
  person: (id: string) => string
}

export const groupLabels: Record<keyof GroupDraft, string> = {
  name: 'Name',
  kind: 'Kind of group',
  state: 'State',
  reportsTo: 'Reports to',
  chair: 'Chair',
  endsOn: 'Ends on',
  reports: 'Receives a highlight report',
}

/** A field of a group as it reads where two versions are compared. */
export function groupFieldInWords(key: keyof GroupDraft, draft: GroupDraft, names: GroupNames): string {
  switch (key) {
    case 'name':
      return draft.name
    case 'kind':
      return wordsFor(GROUP_KINDS, draft.kind)
    case 'state':
      return draft.state
    case 'reportsTo':
      return draft.reportsTo.map(names.group).join(', ') || 'Nobody'
    case 'chair':
      return draft.chair ? names.person(draft.chair) : 'Nobody named'
    case 'endsOn':
      return draft.endsOn ? formatPartialDate(draft.endsOn) : 'No end'
    case 'reports':
      return draft.reports ? wordsFor(REPORT_FREQUENCIES, draft.reports) : NO_REPORTS
  }
}

function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
