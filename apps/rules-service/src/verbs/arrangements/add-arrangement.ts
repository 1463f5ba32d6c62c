import {
  appsOfArrangement,
  type Arrangement,
  type ArrangementSaved,
  type NewArrangement,
} from '@workplan/domain'
import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import { slugOf } from '../../slug.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { titleOfRecord } from '../../store/record-title.ts'
import { arrangementView } from './arrangement-view.ts'
import { checkArrangement } from './check-arrangement.ts'

/** Adds a pathway, a hand-over, training or a post. Throws `not-allowed`, `invalid-input`. */
export function addArrangement(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  input: NewArrangement,
): Promise<ArrangementSaved> {
  return store.change(
    request,
    ({ before, put }) => {
      const made = arrangementOf(input, before.state.programme.id)
      requireAction(member, 'arrangement.update', { apps: appsOfArrangement(made.kind) })
      checkArrangement(made, null, before)
      put(made.kind, made.record, {
        expectedVersion: null,
        action: `${made.kind}.added`,
        why: input.reason || null,
      })
      return made
    },
    ({ after, flags }, { kind, record }) => ({ item: arrangementView(kind, record, after, member), flags }),
  )
}

function arrangementOf({ kind, record }: NewArrangement, programme: string): Arrangement {
  const name = slugOf(titleOfRecord({ id: kind, ...record }), kind)
  const id = `${programme}.${kind}.${name}-${randomBytes(4).toString('hex')}`
  // The input was parsed with the fields of its kind.
  return {
    kind,
    record: { id, source: { document: 'Workplan', section: 'Added by hand' }, ...record },
  } as Arrangement
}
