import {
  appsOfArrangement,
  type ArrangementChange,
  type ArrangementSaved,
  changeArrangement as changed,
} from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { arrangementView } from './arrangement-view.ts'
import { checkArrangement } from './check-arrangement.ts'
import { findArrangement } from './find-arrangement.ts'

export interface ArrangementUpdate {
  id: string
  expectedVersion: number
  input: ArrangementChange
}

/** Changes an arrangement, or withdraws it. Throws `not-found`, `not-allowed`, `stale-version`, `invalid-input`. */
export function changeArrangement(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, input }: ArrangementUpdate,
): Promise<ArrangementSaved> {
  return store.change(
    request,
    async ({ before, put, requireVersion }) => {
      const found = findArrangement(before, id)
      const { kind, record } = found
      requireAction(member, 'arrangement.update', { apps: appsOfArrangement(kind) })
      if (input.kind !== kind)
        throw new AppError('invalid-input', 'It is of another kind. Nothing was changed.', {
          errors: [{ path: 'kind', message: `It is a ${kind.replaceAll('-', ' ')}` }],
        })
      await requireVersion(kind, id, expectedVersion, () => arrangementView(kind, record, before, member))
      const after = changed(found, input)
      checkArrangement(after, found, before)
      put(kind, after.record, { expectedVersion, action: `${kind}.updated`, why: input.reason || null })
      return after
    },
    ({ after, flags }, { kind, record }) => ({ item: arrangementView(kind, record, after, member), flags }),
  )
}
