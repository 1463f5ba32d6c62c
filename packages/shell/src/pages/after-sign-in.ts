import type { AppId, DemonstrationPerson, SessionView } from '@workplan/domain'
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { gateFor } from '../session/gate.ts'

/**
 * Where somebody goes after signing in: they stay at an address within a programme when they may open it (null);
 * otherwise they go to their own home.
 */
export function afterSignIn(
  session: SessionView,
  person: Pick<DemonstrationPerson, 'home'>,
  here: { app: AppId; route: Pick<RouteLocationNormalizedLoaded, 'params' | 'meta'> },
): string | null {
  const programme = here.route.params['programme']
  if (typeof programme !== 'string') return person.home
  const gate = gateFor(session, { app: here.app, programme, action: here.route.meta.action })
  return gate === 'open' ? null : person.home
}
