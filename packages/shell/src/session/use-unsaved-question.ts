import { onScopeDispose } from 'vue'
import { hasDraftsOf } from '../task-form/draft-store.ts'
import { shownPerson } from './shown-person.ts'

/** What follows a click on a link within this time is the way of the reader through Workplan, on which this tab keeps what was typed. */
const OWN_WAY_MS = 2_000

/** Lets the browser ask before it closes a tab in which something is typed and not saved: it is kept in that tab alone. */
export function useUnsavedQuestion(): void {
  let clickedAt = 0

  function onClick({ target }: MouseEvent): void {
    if (target instanceof Element && target.closest('a[href]')) clickedAt = Date.now()
  }

  function ask(event: BeforeUnloadEvent): void {
    const person = shownPerson()
    if (person !== null && Date.now() - clickedAt > OWN_WAY_MS && hasDraftsOf(person)) event.preventDefault()
  }

  document.addEventListener('click', onClick, true)
  window.addEventListener('beforeunload', ask)
  onScopeDispose(() => {
    document.removeEventListener('click', onClick, true)
    window.removeEventListener('beforeunload', ask)
  })
}
