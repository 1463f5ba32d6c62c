import type { EffectOnFlags } from '@workplan/domain'

/** What a change that is not saved would do: '12 flags would clear, 3 would be raised'. */
export function forecastInWords({ cleared, raised, reopened, changed }: EffectOnFlags): string {
  const parts = [
    { count: cleared.length, words: 'would clear' },
    { count: raised.length, words: 'would be raised' },
    { count: reopened.length, words: 'would be raised again' },
    { count: changed.length, words: 'would stay and say something else' },
  ].filter(({ count }) => count > 0)
  if (parts.length === 0) return 'No flags would change'
  return parts
    .map(({ count, words }, index) =>
      index === 0 ? `${count} ${count === 1 ? 'flag' : 'flags'} ${words}` : `${count} ${words}`,
    )
    .join(', ')
}
