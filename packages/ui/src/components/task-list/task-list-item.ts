import type { TagColour } from '../tag/tag-colour.ts'

/** One thing to do; a status without a colour is plain text (nothing more to do). */
export interface TaskListItem {
  title: string
  href?: string
  hint?: string
  status: { text: string; colour?: TagColour }
}
