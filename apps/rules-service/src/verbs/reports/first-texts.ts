import type { ReportContent, ReportFlag, ReportItem, ReportRag } from '@workplan/domain'
import { dimensionWords, ragWords } from './report-ratings.ts'

/** A first text stays short; a longer list is counted. */
const TITLES_NAMED = 5
const DECISIONS_NAMED = 20
const LINE_CHARACTERS = 300

type Figures = Omit<ReportContent, 'narrative'>

/** Short first texts for each section: they say what the records say and nothing more. */
export function firstTexts(
  figures: Figures,
  disputed: readonly ReportFlag[],
  last: ReportContent | null,
): ReportContent['narrative'] {
  return {
    summary: summaryText(figures.ratings),
    done: doneText(figures, last),
    next: listText(figures.next, 'Next', 'No work has a date or a next step in the coming period.'),
    risks: riskText(figures),
    decisions: decisionText(figures, disputed),
  }
}

function summaryText(ratings: readonly ReportRag[]): string {
  const overall = ratings.find(({ dimension }) => dimension === 'overall')
  if (!overall) return ''
  const because = overall.reasons.map(({ text }) => `${text}.`).join(' ')
  const changed = ratings.filter(({ lastPeriod, rag }) => lastPeriod !== null && lastPeriod !== rag)
  return [
    `Overall the programme is ${ragWords[overall.rag]}. ${because}`.trim(),
    ...changed.map(
      ({ dimension, lastPeriod, rag }) =>
        `${dimensionWords[dimension]} has gone from ${ragWords[lastPeriod ?? rag]} to ${ragWords[rag]}.`,
    ),
  ].join(' ')
}

/** Milestones that were not finished in the last report and are now, on a day that nobody noted, are named as that. */
function doneText({ done, milestones }: Figures, last: ReportContent | null): string {
  const undated = milestones.filter(
    ({ id, status, due }) =>
      status === 'done' &&
      due === null &&
      last?.milestones.find((earlier) => earlier.id === id)?.status !== 'done',
  )
  const text = listText(done, 'Finished in this period', 'No work is recorded as finished in this period.')
  return `${text} ${listText(undated, 'Finished on a day that is not on record', '')}`.trim()
}

function riskText({ late, openFlags, flagsRaised, flagsCleared }: Figures): string {
  const { high, medium, low } = openFlags
  const open = high + medium + low
  const count = open === 1 ? '1 flag is open' : `${open} flags are open`
  return [
    listText(late, 'Late', 'Nothing is late.'),
    open === 0 ? 'No flag is open.' : `${count}: ${high} high, ${medium} medium, ${low} low.`,
    `In this period ${flagsRaised.length} were raised and ${flagsCleared.length} cleared.`,
  ].join(' ')
}

function decisionText({ decisionsNeeded, escalated = [] }: Figures, disputed: readonly ReportFlag[]): string {
  const lines = [
    ...escalated.map(({ title, from }) => `${title} (escalated by ${from.name})`),
    ...decisionsNeeded.map(({ title, text }) => [title, text].filter(Boolean).join(': ')),
    ...disputed.map(({ title, subject }) => `Disputed flag: ${title}, ${subject}`),
  ]
  return (
    firstOf(lines.map(shortened), DECISIONS_NAMED).join('\n') ||
    'The records name no decision that is needed.'
  )
}

function listText(items: readonly ReportItem[], heading: string, none: string): string {
  if (items.length === 0) return none
  return `${heading}: ${firstOf(
    items.map(({ title }) => title),
    TITLES_NAMED,
  ).join('; ')}.`
}

/** The first few lines, and how many more there are: the lists of the report itself have them all. */
function firstOf(lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `and ${lines.length - most} more`]
}

function shortened(line: string): string {
  return line.length <= LINE_CHARACTERS ? line : `${line.slice(0, LINE_CHARACTERS - 1).trimEnd()}…`
}
