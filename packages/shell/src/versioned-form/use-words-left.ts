import { computed, shallowRef } from 'vue'
import { forgetDraft } from '../task-form/draft-store.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import { keptVersioned, type Versioned } from './kept-versioned.ts'
import { typedSince } from './typed-since.ts'

/** A form that is no more, by the place under which its text is kept. */
export interface FormLeft<Draft> {
  place: string
  /** A version and text as the form has them. */
  like: Versioned<Draft, number | null>
  /** The fields of the form as people know them; others are not shown. */
  labels: Partial<Record<keyof Draft & string, string>>
  /** What a field says, in words. */
  inWords: (draft: Draft, field: keyof Draft & string) => string
}

/** What this person typed in forms that are no more and did not save, for `WordsLeft`. */
export function useWordsLeft<Draft extends object>(forms: readonly FormLeft<Draft>[]) {
  const keyOf = useDraftKey()
  const left = shallowRef(forms.flatMap(wordsOf))
  const words = computed(() => left.value)

  function wordsOf({ place, like, labels, inWords }: FormLeft<Draft>) {
    const kept = keptVersioned(keyOf(place), like)
    if (!kept) return []
    return typedSince(kept.draft, kept.base).flatMap((field) => {
      const title = labels[field]
      return title === undefined ? [] : [{ title, words: inWords(kept.draft, field) }]
    })
  }

  function throwAway(): void {
    for (const { place } of forms) forgetDraft(keyOf(place))
    left.value = []
  }

  return { words, throwAway }
}
