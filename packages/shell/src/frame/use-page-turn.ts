import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { useAppDefinition } from '../app/app-definition.ts'
import { usePageFocus } from './page-focus.ts'
import { pageTitle } from './page-title.ts'

/** After each change of page, but not of filters: names it in the window's title, lets its heading take the focus, lets an old message go. */
export function usePageTurn(): void {
  const router = useRouter()
  const { title } = useAppDefinition()
  const focus = usePageFocus()
  const announcement = useAnnouncement()

  onScopeDispose(
    router.afterEach((to, from, failure) => {
      if (failure || to.path === from.path) return
      document.title = pageTitle(to.meta.title, title)
      announcement.turnPage()
      if (from.matched.length > 0) focus.awaitHeading()
    }),
  )
}
