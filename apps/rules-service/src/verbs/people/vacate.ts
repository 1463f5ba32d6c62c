import type { RecordKind, RecordOf } from '@workplan/domain'
import { recordKey } from '../../store/programme.ts'
import type { Change } from '../../store/store.ts'

const WHY = 'The person left the programme'

/**
 * Takes somebody who leaves a programme out of every place that names them: as chair, lead, holder of a post and writer of a
 * section. Whether a post is filled by somebody else then is not said. Their tasks are handed over before.
 */
export function vacate({ before, put }: Pick<Change, 'before' | 'put'>, person: string): void {
  const { records } = before.state

  function write<K extends RecordKind>(kind: K, found: readonly RecordOf<K>[], action: string): void {
    for (const record of found) {
      const expectedVersion = before.versions.get(recordKey(kind, record.id)) ?? null
      put(kind, record, { expectedVersion, action, why: WHY })
    }
  }

  write(
    'group',
    records.group.filter(({ chair }) => chair === person).map((group) => ({ ...group, chair: null })),
    'group.updated',
  )
  write(
    'workstream',
    records.workstream.filter(({ lead }) => lead === person).map((found) => ({ ...found, lead: null })),
    'workstream.updated',
  )
  write(
    'post',
    records.post
      .filter(({ holder }) => holder === person)
      .map((post) => ({ ...post, holder: null, filled: null })),
    'post.holder-named',
  )
  write(
    'section-owner',
    records['section-owner']
      .filter(({ owner }) => owner === person)
      .map((section) => ({ ...section, owner: null })),
    'section.owner-named',
  )
}
