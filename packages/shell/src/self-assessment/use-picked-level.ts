import type { MeasureAnswer } from '@workplan/domain'
import { computed, ref, watch } from 'vue'
import { forgetDraft } from '../task-form/draft-store.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import {
  changedBetween,
  keepVersioned,
  keptVersioned,
  type KeptVersioned,
} from '../versioned-form/kept-versioned.ts'
import { choiceOf, draftOfAnswer } from './answer-draft.ts'
import { needsMore } from './answer-problems.ts'

/**
 * The level picked for a measure in the grid. Until it is saved it is kept where the measure's form keeps its text, so that
 * either goes on with what was begun in the other. `onKept` hears when there is something to keep, or no more.
 */
export function usePickedLevel(row: () => MeasureAnswer, onKept: () => void) {
  const key = useDraftKey()(row().answer.id)
  const keptNow = () => keptVersioned(key, { version: row().version, draft: draftOfAnswer(row().answer) })
  const kept = ref(keptNow())
  const picked = ref(kept.value?.draft.choice ?? choiceOf(row().answer))

  const changed = computed(() => kept.value !== null || picked.value !== choiceOf(row().answer))
  /** Somebody answered it since, so both answers have to be looked at. */
  const overtaken = computed(() => kept.value !== null && kept.value.version !== row().version)
  const goesOn = computed(
    () => overtaken.value || waits() || hasText() || needsMore(row().answer, picked.value),
  )

  watch(picked, keepPicked)
  watch(
    () => row().version,
    () => {
      kept.value = keptNow()
      if (!kept.value || isSaved()) settle()
    },
  )

  function keepPicked(choice: string): void {
    const before = kept.value ?? { version: row().version, ...both(draftOfAnswer(row().answer)) }
    const mine = { ...before.draft, choice }
    if (!waits() && changedBetween(before.base, mine).length === 0) return settle()
    // What was sent stays as it was sent.
    const sent = waits() && { sent: before.sent ?? before.draft }
    kept.value = { ...before, ...sent, draft: mine }
    keepVersioned(key, kept.value)
    onKept()
  }

  /** Nothing is left to save. */
  function settle(): void {
    kept.value = null
    picked.value = choiceOf(row().answer)
    forgetDraft(key)
    onKept()
  }

  /** Something was sent and not answered. */
  function waits(): boolean {
    return kept.value?.unsent === true
  }

  function hasText(): boolean {
    return (
      kept.value !== null &&
      changedBetween(kept.value.base, kept.value.draft).some((field) => field !== 'choice')
    )
  }

  function isSaved(): boolean {
    return !waits() && !hasText() && picked.value === choiceOf(row().answer)
  }

  return { picked, changed, overtaken, goesOn }
}

function both<Draft>(draft: Draft): Pick<KeptVersioned<Draft>, 'base' | 'draft' | 'sent' | 'unsent'> {
  return { base: draft, draft }
}
