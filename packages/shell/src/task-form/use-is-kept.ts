import { keptDraft } from './draft-store.ts'
import { useDraftKey } from './use-draft-key.ts'

/** Whether this person typed something in a form, named by its place, that is not saved; such a form is open when they are back. */
export function useIsKept(): (place: string) => boolean {
  const keyOf = useDraftKey()
  return (place) => keptDraft(keyOf(place)) !== null
}
