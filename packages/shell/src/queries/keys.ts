import { viewedMoment } from '../as-at/viewed-moment.ts'

/**
 * Everything read from one programme has a key that starts with this, so that one call can make it read again. What was read
 * for an earlier moment stands under that moment.
 */
export function programmeKey(programme: string) {
  return ['programme', programme, viewedMoment() ?? 'now'] as const
}

/** The start of every key for reports. */
export function reportsKey(programme: string) {
  return [...programmeKey(programme), 'reports'] as const
}
