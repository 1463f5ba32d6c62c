import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'
import { useAppDefinition } from '../app/app-definition.ts'
import { usePageFocus } from './page-focus.ts'
import { pageTitle } from './page-title.ts'

/** After each change of page, but not of filters, names the page in the window's title and lets its heading take the focus. */
export function useNavigationFocus(): void {
  const router = useRouter()
  const { title } = useAppDefinition()
  const focus = usePageFocus()

  onScopeDispose(
    router.afterEach((to, from, failure) => {
      if (failure || to.path === from.path) return
      document.title = pageTitle(to.meta.title, title)
      if (from.matched.length > 0) focus.awaitHeading()
    }),
  )
}
