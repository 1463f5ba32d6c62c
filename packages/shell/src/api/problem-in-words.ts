import type { ProblemCode } from '@workplan/domain'
import { ApiProblem, NetworkFailure } from './api-problem.ts'
import { NotLoaded, WHY_NOT_LOADED } from './not-loaded.ts'

/** An error as a reader needs it: what happened, what is safe, whether trying again can help. */
export interface ProblemInWords {
  title: string
  happened: string
  safe: string
  code: string | null
  retryable: boolean
}

const TITLES: Partial<Record<ProblemCode, string>> = {
  'not-found': 'We cannot find that',
  'not-allowed': 'You cannot do that in this programme',
  'not-signed-in': 'You are signed out',
  'stale-version': 'Somebody else changed this first',
  'invalid-input': 'Something needs to be put right',
}

const SAFE: Partial<Record<ProblemCode, string>> = {
  'not-found':
    'The address may be wrong, or it may have been taken out since. You can look for it with the search.',
  'not-allowed': 'The programme office can change what your role includes.',
  'not-signed-in': 'Sign in again; what you typed in this tab is kept.',
}

const FINAL: readonly ProblemCode[] = ['not-found', 'not-allowed', 'not-signed-in', 'invalid-input']

/** Says what went wrong, for any error a query or mutation can throw. */
export function problemInWords(error: unknown): ProblemInWords {
  if (error instanceof NetworkFailure)
    return {
      title: 'The service did not answer',
      happened: 'Your connection or the service is down.',
      safe: 'What was saved before is safe. What you typed stays on this page.',
      code: null,
      retryable: true,
    }
  if (error instanceof ApiProblem)
    return {
      title: TITLES[error.code] ?? 'Sorry, something went wrong',
      happened: error.detail,
      safe: SAFE[error.code] ?? 'Nothing was changed.',
      code: error.requestId ? `${error.code}, ${error.requestId}` : error.code,
      retryable: !FINAL.includes(error.code),
    }
  const notLoaded = error instanceof NotLoaded
  return {
    title: notLoaded ? 'This page could not be loaded' : 'Sorry, something went wrong',
    happened: notLoaded ? WHY_NOT_LOADED : 'This page could not be shown.',
    safe: 'What was saved before is safe.',
    code: null,
    retryable: true,
  }
}
