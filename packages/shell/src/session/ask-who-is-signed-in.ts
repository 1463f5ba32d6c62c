import { useQueryCache } from '@pinia/colada'
import type { Pinia } from 'pinia'
import { isProblem } from '../api/api-problem.ts'
import { refreshQueries } from '../mutations/refresh-programme.ts'
import { sessionKey } from '../queries/session.ts'

/**
 * What to do with any failure: when it says that nobody is signed in, the session has ended meanwhile. It is read again, and
 * the sign-in page takes the place of the page at the same address. What was typed is kept.
 */
export function askWhoIsSignedIn(pinia: Pinia): (error: unknown) => void {
  return (error) => {
    if (isProblem(error, 'not-signed-in')) void refreshQueries(useQueryCache(pinia), sessionKey)
  }
}
