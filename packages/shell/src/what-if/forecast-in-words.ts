import type { EffectOnFlags } from '@workplan/domain'

type Changed = EffectOnFlags['changed'][number]

/** True when a reader of the flag would see a difference, and not only a newer version of its rule behind it. */
export function saysSomethingElse({ flag, before }: Changed): boolean {
  return flag.message !== before.message || flag.severity !== before.severity
}

/** What a change that is not saved would do: '12 flags would clear, 3 would be raised'. */
export function forecastInWords({ cleared, raised, reopened, changed }: EffectOnFlags): string {
  const different = changed.filter(saysSomethingElse)
  const parts = [
    { count: cleared.length, words: 'would clear' },
    { count: raised.length, words: 'would be raised' },
    { count: reopened.length, words: 'would be raised again' },
    { count: different.length, words: 'would stay and say something else' },
    { count: changed.length - different.length, words: 'would stay as they are' },
  ].filter(({ count }) => count > 0)
  if (parts.length === 0) return 'No flags would change'
  return parts
    .map(({ count, words }, index) =>
      index === 0 ? `${count} ${count === 1 ? 'flag' : 'flags'} ${words}` : `${count} ${words}`,
    )
    .join(', ')
}
