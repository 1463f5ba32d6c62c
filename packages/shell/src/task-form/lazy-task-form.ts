import { LoadingSkeleton } from '@workplan/ui'
import { defineAsyncComponent } from 'vue'
import { NotLoaded } from '../api/not-loaded.ts'

const load = () => import('./TaskForm.vue')

/** What keeps the text of that form when a status is set outside of it. Fails with `NotLoaded`. */
export const loadKeeping = () =>
  import('./keep-status.ts').catch((cause: unknown) => {
    throw new NotLoaded(cause)
  })

/** The form of a task; its code comes when it is first wanted, or when a page expects it to be. */
export const LazyTaskForm = defineAsyncComponent({ loader: load, loadingComponent: LoadingSkeleton })

/** Fetches the form's code ahead of the first press, so that it opens at once and also when the network has gone. */
export function expectTaskForm(): void {
  void Promise.all([load(), loadKeeping()]).catch(() => undefined)
}
