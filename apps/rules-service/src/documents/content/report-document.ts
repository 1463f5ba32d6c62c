import {
  formatPartialDate,
  NarrativeSection,
  RATING_DEFINITIONS,
  type Report,
  type ReportContent,
  type ReportRag,
} from '@workplan/domain'
import { dimensionWords } from '../../verbs/reports/report-ratings.ts'
import { periodInWords } from '../../verbs/reports/report-title.ts'
import { type Block, type ReportDocument, textCell } from './document.ts'
import { escalatedBlocks } from './escalated-blocks.ts'
import { levelBlocks } from './level-blocks.ts'
import { markerOf } from './marker.ts'
import { metricBlocks } from './metric-blocks.ts'
import { momentInWords, RAG_TITLES, SECTION_TITLES } from './words.ts'
import { flagBlock, workBlock, workstreamPages } from './work-tables.ts'

/** The document of a report. It is made from the frozen report alone, so that it stays the same as long as that does. */
export function reportDocument(report: Report): ReportDocument {
  const { content, period, title } = report
  const { programme, group } = content
  return {
    title,
    subtitle: [
      programme.organisation,
      programme.name,
      `${group.name}, ${periodInWords(period)} (${formatPartialDate(period.from)} to ${formatPartialDate(period.to)})`,
      `Figures as on ${formatPartialDate(content.asAt)}`,
      standing(report),
    ],
    draft: report.issuedAt === null,
    blocks: [
      ...correctionBlocks(content),
      ...NarrativeSection.options.flatMap((section) => sectionBlocks(section, content)),
      ...(content.levels ? levelBlocks(content.levels) : []),
      ...(content.metrics ? metricBlocks(content.metrics) : []),
      ...closingBlocks(report),
    ],
    workstreams: workstreamPages(content),
    marker: markerOf(report),
    author: report.issuedBy ?? report.draftedBy,
    date: new Date(report.issuedAt ?? content.refreshedAt),
  }
}

/** `Highlight report 3, version 1, issued on 20 March 2023 at 10:00 by the secretary`, or that it is a draft. */
function standing({ number, edition, issuedAt, issuedBy }: Report): string {
  if (issuedAt === null) return 'Draft: not issued, and nothing in it is final'
  const by = issuedBy === null ? '' : ` by ${issuedBy}`
  return `Highlight report ${number}, version ${edition}, issued on ${momentInWords(issuedAt)}${by}`
}

function correctionBlocks({ correction }: ReportContent): Block[] {
  if (!correction) return []
  const { number, edition, issuedAt, reason } = correction
  const replaced = `This report takes the place of report ${number}, version ${edition}, issued on ${momentInWords(issuedAt)}.`
  return [{ kind: 'paragraph', text: reason === null ? replaced : `${replaced} Why: ${reason}` }]
}

function sectionBlocks(section: NarrativeSection, content: ReportContent): Block[] {
  const written = content.narrative[section].split('\n').filter((line) => line.trim() !== '')
  return [
    { kind: 'heading', level: 2, text: SECTION_TITLES[section] },
    ...(written.length > 0 ? written : ['Nothing written.']).map((text): Block => ({
      kind: 'paragraph',
      text,
    })),
    ...figureBlocks(section, content),
  ]
}

function figureBlocks(section: NarrativeSection, content: ReportContent): Block[] {
  switch (section) {
    case 'summary':
      return ratingBlocks(content.ratings)
    case 'done':
      return [
        workBlock(content.done, {
          caption: 'Finished in this period',
          sheet: 'Done',
          none: 'No task was finished in this period.',
        }),
      ]
    case 'next':
      return [workBlock(content.next, { caption: 'Next', sheet: 'Next', none: 'No task is next.' })]
    case 'risks':
      return riskBlocks(content)
    case 'decisions':
      return [
        ...escalatedBlocks(content),
        workBlock(content.decisionsNeeded, {
          caption: 'Work that waits for a decision or for money',
          sheet: 'Decisions needed',
          none: 'No task waits for a decision or for money.',
        }),
      ]
  }
}

function riskBlocks({ late, milestones, openFlags, flagsRaised, flagsCleared }: ReportContent): Block[] {
  const { high, medium, low } = openFlags
  return [
    workBlock(late, { caption: 'Late', sheet: 'Late', none: 'Nothing is late.' }),
    workBlock(milestones, {
      caption: 'Milestones: first agreed against now',
      sheet: 'Milestones',
      none: 'No milestones are recorded.',
    }),
    { kind: 'heading', level: 3, text: 'Flags' },
    { kind: 'paragraph', text: `Open flags: ${high} high, ${medium} medium, ${low} low.` },
    flagBlock(flagsRaised, {
      caption: 'Flags raised in this period',
      sheet: 'Flags raised',
      none: 'No flag was raised in this period.',
    }),
    flagBlock(flagsCleared, {
      caption: 'Flags cleared in this period',
      sheet: 'Flags cleared',
      none: 'No flag was cleared in this period.',
    }),
  ]
}

function ratingBlocks(ratings: readonly ReportRag[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Ratings' },
    {
      kind: 'table',
      table: {
        caption: 'Ratings last time and now',
        sheet: 'Ratings',
        columns: [
          { title: 'Rating of', width: 0.16 },
          { title: 'Last report', width: 0.14 },
          { title: 'This report', width: 0.14 },
          { title: 'Why', width: 0.56 },
        ],
        rows: ratings.map((rating) =>
          [
            dimensionWords[rating.dimension],
            rating.lastPeriod === null ? 'No earlier report' : RAG_TITLES[rating.lastPeriod],
            RAG_TITLES[rating.rag],
            why(rating),
          ].map(textCell),
        ),
      },
    },
    { kind: 'heading', level: 3, text: 'How each part is rated' },
    {
      kind: 'list',
      items: ratings.map(({ dimension }) => `${dimensionWords[dimension]}: ${RATING_DEFINITIONS[dimension]}`),
    },
  ]
}

function why({ overrideReason, computed, reasons }: ReportRag): string {
  const own =
    overrideReason === null
      ? []
      : [`${overrideReason} (the records say ${RAG_TITLES[computed].toLowerCase()})`]
  return [...own, ...reasons.map(({ text }) => text)].join('; ') || 'Nothing to judge by'
}

function closingBlocks({ hash }: Report): Block[] {
  if (hash === null) return []
  return [
    { kind: 'heading', level: 2, text: 'How to check this report' },
    {
      kind: 'paragraph',
      text:
        'An issued report never changes. To check this file, choose it in Workplan under Highlight reports, Check a file. ' +
        `The SHA-256 of the content is ${hash}.`,
    },
  ]
}
