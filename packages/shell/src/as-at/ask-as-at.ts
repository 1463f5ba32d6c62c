import type { Problem } from '@workplan/domain'
import { askAsShown } from '../session/ask-as-shown.ts'
import { viewedMoment } from './viewed-moment.ts'

const READS = ['GET', 'HEAD']

/**
 * As `askAsShown`, for everything below a programme: reads ask for the moment that the page looks at, and while that is
 * in the past nothing is sent that could change or try something.
 */
export async function askAsAt(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const moment = viewedMoment()
  const address = new URL(input instanceof Request ? input.url : input, window.location.href)
  if (moment === null || !address.pathname.startsWith('/api/programmes/')) return askAsShown(input, init)
  if (!READS.includes(init?.method ?? 'GET')) return refusal()
  address.searchParams.set('asAt', moment)
  return askAsShown(address.pathname + address.search, init)
}

/** As the service would refuse it. */
function refusal(): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: 'The past cannot be changed',
    status: 403,
    code: 'not-allowed',
    detail:
      'You are looking at an earlier moment, which cannot be changed. Go back to now to change or try something.',
  }
  return Response.json(problem, { status: problem.status })
}
