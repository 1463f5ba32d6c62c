import { remember } from './remember.ts'
import { PLACEHOLDERS, SIGNAL_PHRASES, type Signal } from './signals.ts'

const PATTERNS: Readonly<Record<Signal, RegExp>> = {
  question: patternOf(SIGNAL_PHRASES.question),
  'to-be-confirmed': patternOf(SIGNAL_PHRASES['to-be-confirmed']),
  'not-known': patternOf(SIGNAL_PHRASES['not-known']),
  'no-plan': patternOf(SIGNAL_PHRASES['no-plan']),
  'still-to-come': patternOf(SIGNAL_PHRASES['still-to-come']),
  'short-of-need': patternOf(SIGNAL_PHRASES['short-of-need']),
  'single-cover': patternOf(SIGNAL_PHRASES['single-cover']),
}

/** Most texts give nothing away: one look for all phrases says so. */
const ANY_SIGNAL = patternOf(Object.values(SIGNAL_PHRASES).flat())

/** Every signal that a text gives away. */
const signalsIn = remember((text) => {
  const signals = ANY_SIGNAL.test(text) ? (Object.keys(PATTERNS) as Signal[]) : []
  return signals.filter((signal) => PATTERNS[signal].test(text))
})

/** True when a text gives the signal away; an empty box gives none. */
export function hasSignal(signal: Signal, ...texts: readonly (string | null)[]): boolean {
  for (const text of texts) if (text !== null && signalsIn(text).includes(signal)) return true
  return false
}

/** True when a text fills a box and says nothing: `Yes.`, `see above`, `-`. An empty box is no placeholder. */
export function isPlaceholder(text: string | null): boolean {
  if (text === null) return false
  const words = plainWords(text)
  return words === '' || PLACEHOLDERS.includes(words)
}

/**
 * True when opening hours are written in a way that no clock allows, such as `27/4`: two numbers with a slash that are
 * neither round the clock (`24/7`, `24/5`) nor every day of a year (`24/365`).
 */
export function isGarbledHours(text: string | null): boolean {
  const found = text === null ? null : /(?<![\d/])(\d{1,3})\s*\/\s*(\d{1,3})(?![\d/])/.exec(text)
  if (!found) return false
  const [hours, days] = [Number(found[1]), Number(found[2])]
  return hours < 1 || hours > 24 || !((days >= 1 && days <= 7) || days === 365)
}

/** A text in lower case with single spaces and without punctuation, so that two texts can be compared. */
export const plainWords: (text: string) => string = remember((text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
)

/** Finds any of the phrases; those that begin with a letter only as whole words. */
function patternOf(phrases: readonly string[]): RegExp {
  const escaped = phrases.map((phrase) =>
    phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`),
  )
  const words = escaped.filter((phrase) => /^\p{L}/u.test(phrase))
  const others = escaped.filter((phrase) => !words.includes(phrase))
  const wholeWords = String.raw`(?<!\p{L})(?:${words.join('|')})(?!\p{L})`
  return new RegExp([wholeWords, ...others].join('|'), 'iu')
}
