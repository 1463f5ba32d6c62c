import { LoadingSkeleton } from '@workplan/ui'
import { defineAsyncComponent } from 'vue'

const load = () => import('./ArrangementForm.vue')

/** The form of an arrangement; its code comes when it is first wanted. */
export const LazyArrangementForm = defineAsyncComponent({ loader: load, loadingComponent: LoadingSkeleton })
