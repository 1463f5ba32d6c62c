/** How often something comes round; null for a rhythm that is not stated in days. */
const PERIOD_DAYS: Readonly<Record<string, number>> = {
  monthly: 31,
  quarterly: 92,
  'twice-yearly': 184,
  annual: 366,
}

/** Days in which a period's figures or report can be put together once it has ended. */
const GATHERING_DAYS = 31

/**
 * Days that something regular is overdue, from the days since the end of the last period it covered: it is due a month
 * after the end of the next one. Null without a last period, or for a rhythm such as `other` or `not-stated`.
 */
export function daysOverdue(rhythm: string | null, sinceLast: number | null): number | null {
  const period = PERIOD_DAYS[rhythm ?? '']
  return period === undefined || sinceLast === null ? null : Math.max(0, sinceLast - period - GATHERING_DAYS)
}
