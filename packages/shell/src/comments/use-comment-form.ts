import { onMounted, ref, watch } from 'vue'
import { problemInWords } from '../api/problem-in-words.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useKeptUntilSent } from '../send-later/use-kept-until-sent.ts'
import { forgetDraft, keepDraft, keptDraft } from '../task-form/draft-store.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'

interface KeptComment {
  text: string
  /** Who is meant by the names in it. */
  chosen: [name: string, person: string][]
  attempt: string
  /** True when it was sent and not taken: it is to be sent again. */
  unsent: boolean
}

/**
 * The box in which a comment is written. What is typed survives a reload, an expired session and a lost connection, after
 * which it is sent once. `place` tells the boxes of a person apart; `send` carries one Idempotency-Key over all its tries.
 */
export function useCommentForm(
  place: string,
  first: { text: string; chosen: ReadonlyMap<string, string> },
  send: (typed: { text: string; chosen: ReadonlyMap<string, string> }, attempt: string) => Promise<unknown>,
) {
  const draftKey = useDraftKey()(place)
  const kept = keptComment(draftKey)
  const text = ref(kept?.text ?? first.text)
  const chosen = new Map(kept?.chosen ?? first.chosen)
  const failure = ref<string | null>(null)
  const saving = ref(false)
  let attempt = kept?.attempt ?? newAttempt()
  const later = useKeptUntilSent(
    async () => void (await save()),
    () => keep(true),
  )

  watch(text, () => {
    attempt = newAttempt()
    later.settle()
    failure.value = null
    if (text.value === first.text) forgetDraft(draftKey)
    else keep(false)
  })

  onMounted(() => {
    if (kept?.unsent) void save()
  })

  function keep(unsent: boolean): void {
    const draft: KeptComment = { text: text.value, chosen: [...chosen], attempt, unsent }
    keepDraft(draftKey, draft)
  }

  /** Sends it. Returns whether it is saved. */
  async function save(): Promise<boolean> {
    if (saving.value) return false
    failure.value = text.value.trim() === '' ? 'Write something first' : null
    if (failure.value) return false
    saving.value = true
    try {
      await send({ text: text.value.trim(), chosen }, attempt)
      discard()
      return true
    } catch (error) {
      explain(error)
      return false
    } finally {
      saving.value = false
    }
  }

  function explain(error: unknown): void {
    if (later.holds(error)) return
    failure.value = `Not saved. ${problemInWords(error).happened}`
  }

  /** Throws away what was typed. */
  function discard(): void {
    text.value = first.text
    attempt = newAttempt()
    later.settle()
    forgetDraft(draftKey)
  }

  return { text, chosen, failure, saving, waiting: later.waiting, save, discard }
}

function keptComment(key: string): KeptComment | null {
  const kept = keptDraft(key)
  const isKept = typeof kept === 'object' && kept !== null && 'text' in kept && 'chosen' in kept
  return isKept ? (kept as KeptComment) : null
}
