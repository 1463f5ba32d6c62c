import { useAsAt } from '../as-at/use-as-at.ts'
import { keptDraft } from './draft-store.ts'
import { useDraftKey } from './use-draft-key.ts'

/**
 * Whether this person typed something in a form, named by its place, that is not saved; such a form is open when they are back,
 * though not on a page of the past, where nothing is written.
 */
export function useIsKept(): (place: string) => boolean {
  const keyOf = useDraftKey()
  const { moment } = useAsAt()
  return (place) => moment.value === null && keptDraft(keyOf(place)) !== null
}
