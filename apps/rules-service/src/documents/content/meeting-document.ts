import {
  formatPartialDate,
  type MeetingActionView,
  type MeetingDecisionView,
  type MeetingPack,
  type Report,
} from '@workplan/domain'
import { type Block, type ReportDocument, textCell } from './document.ts'
import { escalatedBlocks } from './escalated-blocks.ts'
import { reportDocument } from './report-document.ts'
import { momentInWords, STATUS_TITLES } from './words.ts'

/** What the papers of a meeting are made of. */
export interface MeetingPapers {
  programme: { name: string; organisation: string }
  pack: MeetingPack
  /** The report that the pack names, whole; null where there is none. */
  report: Report | null
  /** The moment whose records the papers show. */
  knownAt: string
}

/** What names a file of a meeting to a program. */
export function meetingMarker({ pack }: Pick<MeetingPapers, 'pack'>): string {
  return `workplan-meeting:${pack.id};`
}

const STATES: Record<MeetingPack['state'], string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Called off',
}

/** The papers of a meeting as one document, in the order of its page, with the report whole at the end. */
export function meetingDocument(papers: MeetingPapers): ReportDocument {
  const { pack, programme, report, knownAt } = papers
  const outcomes = outcomeBlocks(pack, pack.agenda)
  return {
    title: pack.title,
    subtitle: [
      programme.organisation,
      programme.name,
      [pack.group?.name, formatPartialDate(pack.date)].filter(Boolean).join(', '),
      `${STATES[pack.state]}. As recorded on ${momentInWords(knownAt)}`,
    ],
    draft: false,
    blocks: [
      ...(pack.state === 'held' ? outcomes : []),
      ...agendaBlocks(pack),
      ...putToGroup(pack),
      ...lastBlocks(pack),
      ...(pack.state === 'held' ? [] : outcomes),
      ...reportBlocks(report),
    ],
    workstreams: [],
    marker: meetingMarker(papers),
    author: programme.organisation,
    date: new Date(knownAt),
  }
}

function agendaBlocks({ agenda }: MeetingPack): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Agenda' }
  if (agenda.length === 0) return [heading, { kind: 'paragraph', text: 'Nothing is on the agenda yet.' }]
  const table = {
    caption: `Items of the agenda (${agenda.length})`,
    sheet: 'Agenda',
    columns: [
      { title: 'Item', width: 0.4 },
      { title: 'About', width: 0.25 },
      { title: 'Minutes', width: 0.35 },
    ],
    rows: agenda.map(({ title, about, minutes }, place) =>
      [`${place + 1}. ${title}`, about?.title ?? 'Nothing named', minutes ?? 'Nothing written'].map(textCell),
    ),
  }
  return [heading, { kind: 'table', table }]
}

function putToGroup({ escalated }: MeetingPack): Block[] {
  if (escalated.length === 0) return []
  return [{ kind: 'heading', level: 2, text: 'Escalated to this group' }, ...escalatedBlocks({ escalated })]
}

function lastBlocks({ last }: MeetingPack): Block[] {
  if (last === null) return []
  return [
    { kind: 'heading', level: 2, text: 'From the last meeting' },
    { kind: 'paragraph', text: `${last.title}, ${formatPartialDate(last.date)}` },
    ...decisionBlocks(last.decisions, () => null),
    actionBlock(last.actions, 'Actions of the last meeting'),
  ]
}

function outcomeBlocks({ decisions, actions }: MeetingPack, agenda: MeetingPack['agenda']): Block[] {
  const itemTitle = (id: string | null) => agenda.find((item) => item.id === id)?.title ?? null
  return [
    { kind: 'heading', level: 2, text: 'Decisions' },
    ...decisionBlocks(decisions, itemTitle),
    { kind: 'heading', level: 2, text: 'Actions' },
    actionBlock(actions, 'Actions of this meeting'),
  ]
}

function decisionBlocks(
  decisions: readonly MeetingDecisionView[],
  itemTitle: (item: string | null) => string | null,
): Block[] {
  if (decisions.length === 0) return [{ kind: 'paragraph', text: 'No decision is recorded.' }]
  const items = decisions.map(({ title, reason, item, answers, state }) => {
    const under = itemTitle(item)
    return [
      under === null ? title : `${title} (${under})`,
      reason,
      answers && `Answers: ${answers.title}`,
      state === 'withdrawn' ? 'Taken back' : null,
    ]
      .filter((part) => part !== null)
      .join('. ')
  })
  return [{ kind: 'list', items }]
}

function actionBlock(actions: readonly MeetingActionView[], caption: string): Block {
  if (actions.length === 0) return { kind: 'paragraph', text: 'No action is recorded.' }
  return {
    kind: 'table',
    table: {
      caption: `${caption} (${actions.length})`,
      sheet: 'Actions',
      columns: [
        { title: 'Action', width: 0.45 },
        { title: 'Who', width: 0.2 },
        { title: 'By when', width: 0.15 },
        { title: 'How it stands', width: 0.2 },
      ],
      rows: actions.map((action) =>
        [
          action.title,
          action.task.ownerName ?? 'Nobody named',
          action.task.due === null ? 'No date' : formatPartialDate(action.task.due),
          standing(action),
        ].map(textCell),
      ),
    },
  }
}

/** `In progress, 3 days late`, or that the action was taken back. */
function standing({ state, task: { status, daysLate } }: MeetingActionView): string {
  if (state === 'withdrawn') return 'Taken back'
  if (daysLate === null || daysLate <= 0) return STATUS_TITLES[status]
  return `${STATUS_TITLES[status]}, ${daysLate === 1 ? '1 day' : `${daysLate} days`} late`
}

/** The report beneath a heading of its own, its headings one level lower. */
function reportBlocks(report: Report | null): Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Highlight report' }
  if (report === null)
    return [heading, { kind: 'paragraph', text: 'No report was issued to this group yet.' }]
  const { title, subtitle, blocks } = reportDocument(report)
  return [
    heading,
    ...[title, ...subtitle].map((text): Block => ({ kind: 'paragraph', text })),
    ...blocks.map((block): Block =>
      block.kind === 'heading' ? { ...block, level: block.level === 2 ? 3 : 4 } : block,
    ),
  ]
}
