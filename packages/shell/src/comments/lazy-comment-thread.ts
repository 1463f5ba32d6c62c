import { defineAsyncComponent } from 'vue'

/** The comments on a task or a flag; they come after the page. */
export const LazyCommentThread = defineAsyncComponent(() => import('./CommentThread.vue'))
