import type { Noun } from '../data-table/column.ts'

/** The levels of the self-assessment as keys, lowest first. */
export const LEVEL_KEYS = ['0', '1', '2', '3', '4', '5'] as const

export type LevelKey = (typeof LEVEL_KEYS)[number]

/** How many were scored at each level. */
export type LevelCounts = Record<LevelKey, number>

/** One part of the bar; unanswered is a part of its own and never level 0. */
export interface LevelSegment {
  key: LevelKey | 'unanswered'
  label: string
  count: number
  /** Share of all, answered or not, in percent. */
  share: number
}

/** The parts of the bar, lowest level first and unanswered last. */
export function levelSegments(counts: LevelCounts, unanswered: number): LevelSegment[] {
  const total = LEVEL_KEYS.reduce((sum, key) => sum + counts[key], unanswered)
  const share = (count: number): number => (total === 0 ? 0 : (100 * count) / total)
  return [
    ...LEVEL_KEYS.map((key) => ({
      key,
      label: `Level ${key}`,
      count: counts[key],
      share: share(counts[key]),
    })),
    { key: 'unanswered', label: 'Unanswered', count: unanswered, share: share(unanswered) },
  ]
}

/** The whole bar in words, with the number it is out of. */
export function describeLevels(label: string, segments: LevelSegment[], noun: Noun): string {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0)
  const parts = segments.map((segment) => `${segment.label.toLowerCase()}: ${segment.count}`).join(', ')
  return `${label}: ${total} ${total === 1 ? noun.one : noun.many}. ${parts}.`
}
