import type { Action, AppId, MembershipView, SessionView } from '@workplan/domain'

/** What stands between a person and the page at an address. */
export type Gate = 'open' | 'sign-in' | 'not-found' | 'not-allowed'

export interface Visit {
  app: AppId
  /** Empty where the address names no programme. */
  programme: string
  action?: Action | undefined
}

/** Whether a page may be shown: somebody is signed in, is in the programme, may open the app and may do what the page is for. */
export function gateFor(session: SessionView, { app, programme, action }: Visit): Gate {
  if (!session.person) return 'sign-in'
  if (programme === '') return 'open'
  const membership = session.programmes.find((entry: MembershipView) => entry.id === programme)
  if (!membership) return 'not-found'
  const allowed = membership.apps.includes(app) && (!action || membership.may.includes(action))
  return allowed ? 'open' : 'not-allowed'
}
