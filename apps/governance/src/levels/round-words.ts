import { formatPartialDate, type RoundSummary } from '@workplan/domain'

/** A round among others: its title, when it was, and how it stands. */
export function roundInWords({
  title,
  current,
  standing,
  signedOffOn,
  completedOn,
  startedOn,
}: RoundSummary): string {
  const date = signedOffOn ?? completedOn ?? startedOn
  const standings = {
    recorded: 'from a form',
    open: 'being answered',
    'signed-off': 'signed off',
    withdrawn: 'withdrawn',
  } as const
  const parts = [current ? 'current' : standings[standing], date ? formatPartialDate(date) : 'not dated']
  return `${title} (${parts.join(', ')})`
}
