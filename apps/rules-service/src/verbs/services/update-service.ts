import { appsOfService, type ServiceSaved, type ServiceUpdate } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { indexRecords } from '../../views/record-index.ts'
import { serviceView } from '../../views/service-views.ts'
import { serviceAfter } from '../what-if/service-after.ts'
import { findService } from './find-service.ts'

export interface ServiceChangeMade {
  id: string
  expectedVersion: number
  input: ServiceUpdate
}

/** Changes a service and answers what that did to the flags. Throws `not-found`, `not-allowed`, `stale-version`, `invalid-input`. */
export function updateService(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, input: { change, reason } }: ServiceChangeMade,
): Promise<ServiceSaved> {
  return store.change(
    request,
    async ({ before, put, requireVersion }) => {
      const service = findService(before, id)
      requireAction(member, 'service.update', { apps: appsOfService(service) })
      await requireVersion('service', id, expectedVersion, () =>
        serviceView(service, before, indexRecords(before, rules.library)),
      )
      const after = serviceAfter(before, id, change)
      requireAction(member, 'service.update', { apps: appsOfService(after) })
      put('service', after, { expectedVersion, action: 'service.updated', why: reason || null })
      return after
    },
    ({ after, flags }, service) => ({
      item: serviceView(service, after, indexRecords(after, rules.library)),
      flags,
    }),
  )
}
