import type { FoiPackChange, NewFoiPack } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf, newAttempt } from './attempt.ts'
import { useChanging } from './use-changing.ts'

const packs = api.programmes[':programme']['foi-packs']

/** A change of one return, made from a version of it. */
interface OfPack {
  programme: string
  pack: string
  version: number
}

function requestOf({ programme, pack, version }: OfPack) {
  return {
    param: { programme, id: pack },
    header: { 'if-match': etagOf(version), 'idempotency-key': newAttempt() },
  }
}

/** What is done about returns to freedom of information requests. */
export function useChangeFoiPacks() {
  const changing = useChanging()
  return {
    draft: changing(({ programme, input }: { programme: string; input: NewFoiPack }) =>
      read(packs.$post({ param: { programme }, header: { 'idempotency-key': newAttempt() }, json: input })),
    ),
    write: changing(({ change, ...of }: OfPack & { change: FoiPackChange }) =>
      read(packs[':id'].$patch({ ...requestOf(of), json: change })),
    ),
    refresh: changing((of: OfPack) => read(packs[':id'].refresh.$post({ ...requestOf(of), json: {} }))),
    approve: changing((of: OfPack) => read(packs[':id'].approval.$post({ ...requestOf(of), json: {} }))),
    withdraw: changing(({ reason, ...of }: OfPack & { reason: string }) =>
      read(packs[':id'].withdrawal.$post({ ...requestOf(of), json: { reason } })),
    ),
  }
}
