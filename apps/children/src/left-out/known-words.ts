import type { Known } from './known-for-children.ts'

/** What each state of knowledge is called. */
export const knownWords: Record<Known, string> = {
  something: 'Something for children',
  'for-all': 'Only for all ages',
  nothing: 'Nothing',
}
