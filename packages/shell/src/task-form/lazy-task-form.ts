import { LoadingSkeleton } from '@workplan/ui'
import { defineAsyncComponent } from 'vue'

const load = () => import('./TaskForm.vue')

/** The form of a task; its code comes when it is first wanted, or when a page expects it to be. */
export const LazyTaskForm = defineAsyncComponent({ loader: load, loadingComponent: LoadingSkeleton })

/** Fetches the form's code ahead of the first press, so that it opens at once and also when the network has gone. */
export function expectTaskForm(): void {
  void load().catch(() => undefined)
}
