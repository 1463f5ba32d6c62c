import type { AcceptanceRequest, IsoDate } from '@workplan/domain'

/** A request for acceptance while it is being filled in. */
export interface AcceptanceDraft {
  until: IsoDate | null
  rationale: string
}

/** The request, or what is still wrong with it by field. It is for a day on or after `firstDay`. */
export function completeRequest(
  { until, rationale }: AcceptanceDraft,
  firstDay: IsoDate,
): { asked: AcceptanceRequest } | { errors: { until?: string; rationale?: string } } {
  const words = rationale.trim()
  const errors = {
    ...(until === null && { until: 'Enter the date until which it should be accepted' }),
    ...(until !== null &&
      until < firstDay && { until: 'The date must be after the day the programme stands at' }),
    ...(words === '' && { rationale: 'Write why it should be accepted' }),
  }
  if (until === null || Object.keys(errors).length > 0) return { errors }
  return { asked: { until, rationale: words } }
}
