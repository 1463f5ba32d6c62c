import type { GroupChange, GroupRetirement, NewGroup } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { useChanging } from './use-changing.ts'

const groups = api.programmes[':programme'].groups

/** A change of one group, made from a version of it. */
interface OfGroup {
  programme: string
  group: string
  version: number
}

/** What the programme office does about governance groups. */
export function useChangeGroups() {
  const changing = useChanging()
  return {
    add: changing(({ programme, input }: { programme: string; input: NewGroup }, attempt) =>
      read(groups.$post({ param: { programme }, header: { 'idempotency-key': attempt }, json: input })),
    ),
    change: changing(({ programme, group, version, change }: OfGroup & { change: GroupChange }, attempt) =>
      read(
        groups[':id'].$patch({
          param: { programme, id: group },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    ),
    retire: changing(({ programme, group, version, end }: OfGroup & { end: GroupRetirement }, attempt) =>
      read(
        groups[':id'].retire.$post({
          param: { programme, id: group },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: end,
        }),
      ),
    ),
  }
}
