import {
  appsOfArrangement,
  type ArrangementKind,
  type ArrangementViewOf,
  type RecordOf,
} from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** Whether the member keeps this kind of arrangement. */
export function mayKeep(member: Member, kind: ArrangementKind): boolean {
  return may(member, 'arrangement.update', { apps: appsOfArrangement(kind) })
}

/** An arrangement as this member sees it. */
export function arrangementView<K extends ArrangementKind>(
  kind: K,
  record: RecordOf<K>,
  { versions }: Pick<LoadedProgramme, 'versions'>,
  member: Member,
): ArrangementViewOf<K> {
  const version = versions.get(recordKey(kind, record.id)) ?? 1
  // A kind and its own record are the view of that kind, which the types of a union cannot say.
  return { kind, record, version, mayUpdate: mayKeep(member, kind) } as ArrangementViewOf<K>
}
