import type { DraftedAnswer, DraftedFigure, FoiAnswer, RecordRefView } from '@workplan/domain'
import { formatPartialDate } from '@workplan/domain'
import type { Draw } from './draw.ts'
import type { SetQuestion } from './question-set.ts'

type Option = { letter: string; text: string }

/**
 * The answer to a question as the records give it, beside the one released before, if there is one: what it says, which
 * options fit, what is unknown, and where the two differ.
 */
export function draftAnswer(
  { options }: Pick<SetQuestion, 'options'>,
  draw: Draw,
  released: FoiAnswer | null,
): DraftedAnswer {
  const shown = options.filter(({ fits }) => fits !== null && draw.fits.includes(fits))
  const letters = shown.map(({ letter }) => letter)
  const fromRelease = released ? statedFigures(released, draw.figures) : []
  const said = released && !draw.evidence.some(({ id }) => id === released.id)
  return {
    text: [...draw.sentences, ...(said ? [releasedInWords(released, options)] : [])].join(' '),
    letters: letters.length > 0 ? letters : letterOfRelease(released, draw),
    figures: [...draw.figures, ...fromRelease],
    evidence: [...draw.evidence, ...(said ? [refOf(released)] : [])],
    unknown: draw.unknown,
    differences: released ? differencesOf(released, options, { draw, letters }) : [],
  }
}

/** Where the only record is the released answer itself, its option stands, unless its own words fit another. */
function letterOfRelease(released: FoiAnswer | null, draw: Draw): string[] {
  if (!released || draw.fits.length > 0 || released.textSuggests.length > 0) return []
  return released.chosen
}

function differencesOf(
  { chosen, textSuggests }: FoiAnswer,
  options: readonly Option[],
  { draw, letters }: { draw: Draw; letters: readonly string[] },
): string[] {
  const contradicts =
    draw.unknown.length === 0 && letters.length > 0 && chosen.length > 0 && !sameLetters(chosen, letters)
  const wordsFitAnother = textSuggests.length > 0 && !sameLetters(chosen, textSuggests)
  return [
    ...(contradicts
      ? [`The released answer chose ${named(chosen, options)}. The records fit ${named(letters, options)}.`]
      : []),
    ...(wordsFitAnother
      ? [
          `The words of the released answer fit ${named(textSuggests, options)}, not the ${named(chosen, options)} it chose.`,
        ]
      : []),
    ...draw.odd,
  ]
}

function sameLetters(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((letter) => other.includes(letter))
}

function named(letters: readonly string[], options: readonly Option[]): string {
  return letters
    .map(
      (letter) => `${letter} (${options.find((option) => option.letter === letter)?.text ?? 'not offered'})`,
    )
    .join(', ')
}

function releasedInWords({ answer, chosen, accurateOn }: FoiAnswer, options: readonly Option[]): string {
  const choice = chosen.length > 0 ? `, option ${named(chosen, options)}` : ''
  return `Released before, accurate on ${formatPartialDate(accurateOn)}${choice}: ${answer}`
}

/** Figures of the released answer that the draw does not already give. */
function statedFigures(released: FoiAnswer, drawn: readonly DraftedFigure[]): DraftedFigure[] {
  const known = new Set(drawn.map(({ value }) => String(value)))
  return Object.entries(released.figures).flatMap(([label, value]) => {
    if (typeof value === 'boolean' || known.has(String(value))) return []
    return [{ label: labelOf(label), value, unit: null, computed: false, records: [refOf(released)] }]
  })
}

/** `contractLength` as `Contract length`. */
function labelOf(name: string): string {
  const words = name
    .replaceAll(/([A-Z0-9]+)/g, ' $1')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function refOf({ id, number, question }: FoiAnswer): RecordRefView {
  return { kind: 'foi-answer', id, title: `Question ${number}: ${question}` }
}
