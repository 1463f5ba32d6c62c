import type { FoiPackChange, NewFoiPack } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { useChanging } from './use-changing.ts'

const packs = api.programmes[':programme']['foi-packs']

/** A change of one return, made from a version of it. */
interface OfPack {
  programme: string
  pack: string
  version: number
}

function requestOf({ programme, pack, version }: OfPack, attempt: string) {
  return {
    param: { programme, id: pack },
    header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
  }
}

/** What is done about returns to freedom of information requests. */
export function useChangeFoiPacks() {
  const changing = useChanging()
  return {
    draft: changing(({ programme, input }: { programme: string; input: NewFoiPack }, attempt) =>
      read(packs.$post({ param: { programme }, header: { 'idempotency-key': attempt }, json: input })),
    ),
    write: changing(({ change, ...of }: OfPack & { change: FoiPackChange }, attempt) =>
      read(packs[':id'].$patch({ ...requestOf(of, attempt), json: change })),
    ),
    refresh: changing((of: OfPack, attempt) =>
      read(packs[':id'].refresh.$post({ ...requestOf(of, attempt), json: {} })),
    ),
    approve: changing((of: OfPack, attempt) =>
      read(packs[':id'].approval.$post({ ...requestOf(of, attempt), json: {} })),
    ),
    withdraw: changing(({ reason, ...of }: OfPack & { reason: string }, attempt) =>
      read(packs[':id'].withdrawal.$post({ ...requestOf(of, attempt), json: { reason } })),
    ),
  }
}
