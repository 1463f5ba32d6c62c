import type { FoiPack, FoiPackView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { packToChange } from './find-pack.ts'
import { packView } from './pack-view.ts'

interface Settlement {
  id: string
  expectedVersion: number
}

/**
 * Approves a return, after which it never changes. Throws `not-found`, `stale-version`, and `conflict` while a question has no
 * answer.
 */
export function approvePack(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion }: Settlement,
): Promise<FoiPackView> {
  return store.change(
    request,
    async (change) => {
      const pack = await packToChange(change, id, expectedVersion)
      const missing = pack.questions.filter(({ answer }) => answer === null).map(({ number }) => number)
      if (missing.length > 0)
        throw new AppError(
          'conflict',
          `Not every question has an answer yet: ${missing.join(', ')}. Where nothing is held, the answer says so.`,
        )
      const after: FoiPack = {
        ...pack,
        state: 'approved',
        approvedBy: change.actor,
        approvedAt: change.at.toISOString(),
      }
      change.put('foi-pack', after, { expectedVersion, action: 'foi-pack.approved', why: null })
      return after
    },
    ({ after }, pack) => packView(after, member, pack, null),
  )
}

/** Withdraws a draft, with the reason. It stays on record. Throws `not-found`, `stale-version`, `conflict`. */
export function withdrawPack(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, reason }: Settlement & { reason: string },
): Promise<FoiPackView> {
  return store.change(
    request,
    async (change) => {
      const pack = await packToChange(change, id, expectedVersion)
      const after: FoiPack = { ...pack, state: 'withdrawn' }
      change.put('foi-pack', after, { expectedVersion, action: 'foi-pack.withdrawn', why: reason })
      return after
    },
    ({ after }, pack) => packView(after, member, pack, null),
  )
}
