import { onBeforeUnmount, onMounted, ref, watch } from 'vue'

const KEPT_UNDER = 'workplan.review-keys'

/** The keys of the review, each with what it does, in the order in which they are told. */
export const REVIEW_KEYS = {
  n: 'next flag',
  p: 'previous flag',
  a: 'assign',
  u: 'accept until a date',
  d: 'dispute',
  q: 'ask a question',
  o: 'open the flag',
} as const

export type ReviewKey = keyof typeof REVIEW_KEYS

/**
 * Calls `press` for the keys of the review, but not while somebody writes. They can be turned off, as single keys get in the
 * way of those who speak to their computer (WCAG 2.1.4); the choice is kept by the browser.
 */
export function useReviewKeys(press: (key: ReviewKey) => void) {
  const on = ref(localStorage.getItem(KEPT_UNDER) !== 'off')
  watch(on, (value) => localStorage.setItem(KEPT_UNDER, value ? 'on' : 'off'))

  function onKey(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)
    if (!on.value || isCommand || !isReviewKey(event.key)) return
    event.preventDefault()
    press(event.key)
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
  return { on }
}

function isReviewKey(key: string): key is ReviewKey {
  return key in REVIEW_KEYS
}

/** True where a key writes text. A radio or a tick box takes no letters. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
