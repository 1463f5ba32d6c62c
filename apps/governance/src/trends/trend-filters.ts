import { isRealDate } from '@workplan/domain'
import type { TrendFilters } from '@workplan/shell'

/** The span of a trend, as it stands in the address. */
export const TREND_FILTER_KEYS = ['from', 'to', 'step'] as const
export type TrendFilterKey = (typeof TREND_FILTER_KEYS)[number]
export type TrendFilterValues = Partial<Record<TrendFilterKey, string>>

/** What to ask the service for. A value in the address that is no day counts as not given. */
export function askTrends({ from, to, step }: TrendFilterValues): TrendFilters {
  return {
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...((step === 'week' || step === 'month') && { step }),
  }
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text)
}
