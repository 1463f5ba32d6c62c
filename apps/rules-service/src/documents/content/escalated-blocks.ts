import type { ReportContent } from '@workplan/domain'
import { type Block, textCell } from './document.ts'

/** The questions that groups below put to this one; nothing where there are none. */
export function escalatedBlocks({ escalated = [] }: Pick<ReportContent, 'escalated'>): Block[] {
  if (escalated.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: `Escalated to this group (${escalated.length})`,
        sheet: 'Escalated',
        columns: [
          { title: 'Question', width: 0.4 },
          { title: 'From', width: 0.25 },
          { title: 'Why', width: 0.35 },
        ],
        rows: escalated.map(({ title, from, report, asked }) =>
          [title, `${from.name}, highlight report ${report.number}`, asked ?? 'Nothing noted'].map(textCell),
        ),
      },
    },
  ]
}
