import type { FlagEffect } from '@workplan/domain'

/** What a change did to the flags: 'Saved. 2 flags cleared, 1 raised'. */
export function effectInWords({ cleared, raised, reopened }: FlagEffect, what = 'Saved'): string {
  const parts = [
    { count: cleared.length, done: 'cleared' },
    { count: raised.length, done: 'raised' },
    { count: reopened.length, done: 'raised again' },
  ].filter(({ count }) => count > 0)
  if (parts.length === 0) return `${what}. No flags changed`
  const [first, ...rest] = parts.map(({ count, done }, index) =>
    index === 0 ? `${count} ${count === 1 ? 'flag' : 'flags'} ${done}` : `${count} ${done}`,
  )
  return `${what}. ${[first, ...rest].join(', ')}`
}

/** The flags a change touched, each with what happened to it, for links beneath the message. */
export function touchedFlags({ cleared, raised, reopened }: FlagEffect): { id: string; text: string }[] {
  const name = (what: string) => (flag: FlagEffect['cleared'][number]) => ({
    id: flag.id,
    text: `${what}: ${flag.title} (${flag.subject.title})`,
  })
  return [
    ...cleared.map(name('Cleared')),
    ...raised.map(name('Raised')),
    ...reopened.map(name('Raised again')),
  ]
}
