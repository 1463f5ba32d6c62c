import { cpus } from 'node:os'
import type { BenchSize } from './config.ts'
import type { VariantMeasurement } from './measure-variant.ts'
import type { Round } from './run-rounds.ts'
import { sameFlags } from './same-flags.ts'
import { HAND_WRITTEN, OWN_RESOLVER, RE_USED, VARIANT_NAMES, type VariantName, WORKPLAN } from './variants.ts'

const COLUMNS = [
  '',
  'programmes',
  'evaluations a second',
  'ms CPU a programme',
  'ms on the clock',
  'times re-used',
  'times own resolver',
  'times as long as by hand',
]

const THREE_FIGURES = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** What was measured as one table: medians of the rounds with the least and the most, ratios taken within each round. */
export function report(rounds: readonly Round[], size: BenchSize): string {
  const [first] = rounds
  if (!first) throw new Error('nothing was measured')
  const { subjects, rules, evaluations, flags } = first.variants[WORKPLAN]
  return [
    `${size.programmes} programmes of ${THREE_FIGURES.format(subjects / size.programmes)} subjects, ${subjects.toLocaleString('en-GB')} in all; ` +
      `${rules} rules; ${evaluations.toLocaleString('en-GB')} evaluations (one rule on one subject), ` +
      `${((100 * flags) / evaluations).toFixed(1)}% of them flags; seed ${size.seed}.`,
    `${rounds.length} interleaved rounds, one process for each measurement: median (least to most). Rates and ratios ` +
      `are of CPU time. json-rules-engine judges the first ${size.enginesProgrammes} programmes.`,
    '',
    ...table(
      COLUMNS,
      VARIANT_NAMES.map((name) => row(name, rounds)),
    ),
    '',
    factsLine(rounds),
    flagsLine(rounds),
    `${cpus()[0]?.model.trim() ?? 'Unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${process.platform}.`,
  ].join('\n')
}

function row(name: VariantName, rounds: readonly Round[]): string[] {
  const each = (value: (variants: Round['variants']) => number) =>
    rounds.map(({ variants }) => value(variants))
  const rate = ({ evaluations, time }: VariantMeasurement) => evaluations / (time.cpu / 1e6)
  return [
    name,
    String(rounds[0]?.variants[name].programmes),
    spread(each((variants) => rate(variants[name]))),
    spread(each(({ [name]: { time, programmes } }) => time.cpu / programmes / 1000)),
    spread(each(({ [name]: { time, programmes } }) => time.wall / programmes / 1000)),
    spread(each((variants) => rate(variants[name]) / rate(variants[RE_USED]))),
    spread(each((variants) => rate(variants[name]) / rate(variants[OWN_RESOLVER]))),
    spread(each((variants) => rate(variants[HAND_WRITTEN]) / rate(variants[name]))),
  ]
}

function factsLine(rounds: readonly Round[]): string {
  const times = (part: 'cpu' | 'wall') => spread(rounds.map(({ facts }) => facts.time[part] / 1000))
  return (
    `Facts of a programme of ${THREE_FIGURES.format(rounds[0]?.facts.subjects ?? 0)} subjects: ` +
    `${times('cpu')} ms CPU, ${times('wall')} ms on the clock.`
  )
}

function flagsLine(rounds: readonly Round[]): string {
  return everyVariantAgrees(rounds)
    ? 'Every variant found the same flags in every programme that it judged, by their checksums.'
    : 'THE VARIANTS DID NOT FIND THE SAME FLAGS.'
}

/** True when all variants found the same flags in all rounds. */
export function everyVariantAgrees(rounds: readonly Round[]): boolean {
  return sameFlags(rounds.flatMap(({ variants }) => Object.values(variants)))
}

function spread(values: readonly number[]): string {
  const written = (value: number) => THREE_FIGURES.format(value)
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const median = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle) - 1] as number)) / 2
  return `${written(median)} (${written(sorted[0] as number)} to ${written(sorted.at(-1) as number)})`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)]
}
