import { useQueryCache } from '@pinia/colada'
import type { ArrangementChange, NewArrangement } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

const arrangements = api.programmes[':programme'].arrangements

export interface ArrangementAdding {
  programme: string
  input: NewArrangement
  attempt?: string
}

export interface ArrangementChanging {
  programme: string
  id: string
  /** The version that the change was made from. */
  version: number
  input: ArrangementChange
  attempt?: string
}

/** Adds a pathway, hand-over, training need or offer, or post; answers with it and what that did to the flags. */
export function useAddArrangement() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input }: ArrangementAdding, attempt) =>
      read(arrangements.$post({ param: { programme }, header: { 'idempotency-key': attempt }, json: input })),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}

/** Changes one, or withdraws it by its state. */
export function useChangeArrangement() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, id, version, input }: ArrangementChanging, attempt) =>
      read(
        arrangements[':id'].$patch({
          param: { programme, id },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}
