import { START_LOCATION, type LocationQuery, type Router } from 'vue-router'
import { momentsInAddress } from './moments-in-address.ts'
import { lookAt, viewedMoment } from './viewed-moment.ts'

/** What an address asks for, as it stands there and readable or not; null for the present. */
export function momentInQuery({ asAt }: LocationQuery): string | null {
  const moments = momentsInAddress(asAt)
  return moments.length === 0 ? null : moments.join(' ')
}

/**
 * Keeps the moment in the address while the reader goes from page to page of a programme. Another moment opens a new document:
 * what is on its way in this one belongs to the moment it was asked for.
 */
export function keepAsAt(
  router: Router,
  openDocument: (href: string) => void = (href) => window.location.assign(href),
): void {
  router.beforeEach((to, from) => {
    const asked = momentInQuery(to.query)
    if (from === START_LOCATION) lookAt(asked)
    const viewed = viewedMoment()
    if (asked === viewed) return true
    const within = to.params['programme'] === from.params['programme']
    if (asked === null && within) return { ...to, query: { ...to.query, asAt: viewed } }
    openDocument(router.resolve(to).href)
    return false
  })
}
