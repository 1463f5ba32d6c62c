import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'

export interface Crumb {
  text: string
  href: string
}

/** The pages above a route, from the app's home down: its `meta.parent`, that one's, and so on. */
export function breadcrumbsOf(
  route: RouteLocationNormalizedLoaded,
  router: Router,
  home: { text: string; route: string },
): Crumb[] {
  const params = { programme: route.params['programme'] }
  const { asAt } = route.query
  const query = asAt ? { asAt } : {}
  const above: Crumb[] = []
  const seen = new Set<string>([String(route.name), home.route])
  let parent = route.meta.parent
  while (parent && !seen.has(parent)) {
    seen.add(parent)
    const page = router.resolve({ name: parent, params, query })
    above.unshift({ text: page.meta.title ?? parent, href: page.href })
    parent = page.meta.parent
  }
  if (route.name === home.route) return []
  const top = router.resolve({ name: home.route, params, query })
  return [{ text: home.text, href: top.href }, ...above]
}
