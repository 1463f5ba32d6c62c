import { formatPartialDate, type DraftedFigure, type FoiPackView } from '@workplan/domain'

export const PACK_STATES = {
  draft: { text: 'Draft', colour: 'yellow' },
  approved: { text: 'Approved', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
} as const

/** A figure with its unit, as `£3,683,000` or `58.7%`. */
export function figureInWords({ value, unit }: DraftedFigure): string {
  if (typeof value === 'string') return value
  const number = value.toLocaleString('en-GB')
  if (unit === 'pounds') return `£${number}`
  return unit === 'percent' ? `${number}%` : number
}

/** The options that were chosen, as `b (Mostly level 3)`. */
export function lettersInWords(
  letters: readonly string[],
  options: readonly { letter: string; text: string }[],
): string {
  return letters
    .map((letter) => {
      const option = options.find((candidate) => candidate.letter === letter)
      return option ? `${letter} (${option.text})` : letter
    })
    .join(', ')
}

/** A return as plain text, to paste into a letter or an e-mail: each question with its answer. */
export function packAsText({ pack, approvedByName }: FoiPackView): string {
  const answers = pack.questions.map(({ number, question, options, answer }) =>
    [
      `${number}. ${question}`,
      ...(answer && answer.letters.length > 0 ? [`Option: ${lettersInWords(answer.letters, options)}`] : []),
      answer?.text ?? 'Not answered yet.',
    ].join('\n'),
  )
  const closing = [
    `Accurate as at ${formatPartialDate(pack.asAt)}.`,
    ...(approvedByName ? [`Approved by: ${approvedByName}.`] : []),
  ].join(' ')
  return [[pack.title, pack.reference].filter(Boolean).join(', '), ...answers, closing].join('\n\n')
}
