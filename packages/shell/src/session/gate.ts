import type { Action, AppId, AsAt, MembershipView, SessionView } from '@workplan/domain'

/** What stands between a person and the page at an address. */
export type Gate = 'open' | 'sign-in' | 'not-found' | 'not-allowed' | 'only-now'

export interface Visit {
  app: AppId
  /** Empty where the address names no programme. */
  programme: string
  action?: Action | undefined
  /** The earlier moment that is looked at. */
  moment?: AsAt | null
  /** The page shows what is kept only as it stands. */
  onlyNow?: boolean | undefined
}

/** What can be done at an earlier moment; all else changes things, or shows what is kept only as it stands. */
const IN_THE_PAST: readonly Action[] = ['programme.view', 'journal.view']

/** Whether something can be done at a moment, whoever it is. */
export function isThere(action: Action, moment: AsAt | null): boolean {
  return moment === null || IN_THE_PAST.includes(action)
}

/** Whether a page may be shown: somebody is signed in, is in the programme, may open the app and may do what the page is for. */
export function gateFor(
  session: SessionView,
  { app, programme, action, moment = null, onlyNow = false }: Visit,
): Gate {
  if (!session.person) return 'sign-in'
  if (programme === '') return 'open'
  const membership = session.programmes.find((entry: MembershipView) => entry.id === programme)
  if (!membership) return 'not-found'
  const allowed = membership.apps.includes(app) && (!action || membership.may.includes(action))
  if (!allowed) return 'not-allowed'
  const isNotThen = (onlyNow && moment !== null) || (action && !isThere(action, moment))
  return isNotThen ? 'only-now' : 'open'
}
