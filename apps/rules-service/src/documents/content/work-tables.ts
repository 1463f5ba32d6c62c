import {
  formatPartialDate,
  SEVERITY_ORDER,
  type ReportContent,
  type ReportFlag,
  type ReportItem,
} from '@workplan/domain'
import {
  type Block,
  type DocumentCell,
  type DocumentTable,
  numberCell,
  textCell,
  type WorkstreamPage,
} from './document.ts'
import { SEVERITY_TITLES, STATUS_TITLES } from './words.ts'

/** What a list of work is called, in the document and as the name of its worksheet, and what it means when empty. */
export interface WorkList {
  caption: string
  sheet: string
  none: string
}

/** The tasks and milestones of one list, or the sentence that there are none. */
export function workBlock(items: readonly ReportItem[], { caption, sheet, none }: WorkList): Block {
  if (items.length === 0) return { kind: 'paragraph', text: none }
  return {
    kind: 'table',
    table: {
      caption: `${caption} (${items.length})`,
      sheet,
      columns: [
        { title: 'What', width: 0.3 },
        { title: 'Workstream', width: 0.16 },
        { title: 'Status', width: 0.11 },
        { title: 'Due now', width: 0.11 },
        { title: 'First due', width: 0.11 },
        { title: 'Note', width: 0.21 },
      ],
      rows: items.map((item) =>
        [
          item.title,
          item.workstream ?? 'None',
          STATUS_TITLES[item.status],
          dateOf(item.due),
          dateOf(item.baselineDue),
          item.text ?? 'Nothing noted',
        ].map(textCell),
      ),
    },
  }
}

/** The flags that were raised or cleared, a row for each cause, the worst first; or the sentence that there are none. */
export function flagBlock(flags: readonly ReportFlag[], { caption, sheet, none }: WorkList): Block {
  if (flags.length === 0) return { kind: 'paragraph', text: none }
  const causes = Map.groupBy(flags, ({ severity, title }) => `${SEVERITY_ORDER.indexOf(severity)} ${title}`)
  const rows = [...causes].toSorted(
    ([one, flagsOfOne], [other, flagsOfOther]) =>
      Number.parseInt(one, 10) - Number.parseInt(other, 10) || flagsOfOther.length - flagsOfOne.length,
  )
  return {
    kind: 'table',
    table: {
      caption: `${caption} (${flags.length})`,
      sheet,
      columns: [
        { title: 'Flag', width: 0.3 },
        { title: 'Severity', width: 0.1 },
        { title: 'How many', width: 0.1 },
        { title: 'About', width: 0.5 },
      ],
      rows: rows.flatMap(([, [first, ...others]]) => (first ? [causeRow(first, [first, ...others])] : [])),
    },
  }
}

function causeRow({ title, severity }: ReportFlag, flags: readonly ReportFlag[]): DocumentCell[] {
  const subjects = flags.map(({ subject }) => subject).join('; ')
  return [textCell(title), textCell(SEVERITY_TITLES[severity]), numberCell(flags.length), textCell(subjects)]
}

const LISTS = [
  ['late', 'Late'],
  ['decisionsNeeded', 'Needs a decision'],
  ['done', 'Done'],
  ['next', 'Next'],
] as const

/** One page for each workstream that the report names, in alphabetical order; work without one comes last. */
export function workstreamPages(content: ReportContent): WorkstreamPage[] {
  const lines = LISTS.flatMap(([list, word]) => content[list].map((item) => ({ item, word })))
  const names = [...new Set(lines.map(({ item }) => item.workstream))].toSorted(
    (one, other) =>
      Number(one === null) - Number(other === null) || (one ?? '').localeCompare(other ?? '', 'en'),
  )
  return names.map((name) => {
    const title = name ?? 'Without a workstream'
    return {
      title,
      table: pageTable(
        title,
        lines.filter(({ item }) => item.workstream === name),
      ),
    }
  })
}

function pageTable(caption: string, lines: readonly { item: ReportItem; word: string }[]): DocumentTable {
  return {
    caption,
    sheet: 'Workstream',
    columns: [
      { title: 'What', width: 0.4 },
      { title: 'In this report', width: 0.16 },
      { title: 'Status', width: 0.14 },
      { title: 'Due now', width: 0.15 },
      { title: 'First due', width: 0.15 },
    ],
    rows: lines.map(({ item, word }) =>
      [item.title, word, STATUS_TITLES[item.status], dateOf(item.due), dateOf(item.baselineDue)].map(
        textCell,
      ),
    ),
  }
}

function dateOf(date: string | null): string {
  return date === null ? 'No date' : formatPartialDate(date)
}
