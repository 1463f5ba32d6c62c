import { shallowRef } from 'vue'

/** How the last session of this page ended: `left` by the person here, `ended` without them; null while there is one. */
export const sessionEnd = shallowRef<'left' | 'ended' | null>(null)
