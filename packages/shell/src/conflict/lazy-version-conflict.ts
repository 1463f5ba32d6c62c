import { LoadingSkeleton } from '@workplan/ui'
import { defineAsyncComponent } from 'vue'

const load = () => import('./VersionConflict.vue')

/** Both versions of a record side by side; the code comes when two people have changed one. */
export const LazyVersionConflict = defineAsyncComponent({ loader: load, loadingComponent: LoadingSkeleton })
