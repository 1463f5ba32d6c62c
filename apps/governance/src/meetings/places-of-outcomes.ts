/** Name the forms of a meeting's outcomes among the kept drafts of their writer. */
export function placesOfOutcomes(meeting: string): { decision: string; action: string } {
  return { decision: `meeting-decision/${meeting}`, action: `meeting-action/${meeting}` }
}
