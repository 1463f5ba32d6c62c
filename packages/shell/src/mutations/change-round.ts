import { useQueryCache } from '@pinia/colada'
import type { NewRound } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

/** A change of a round as a whole; it starts from the version of the round with all its answers. */
export interface RoundChange {
  programme: string
  round: string
  version: number
}

/** Starts a round; answers with it. */
export function useStartRound() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input }: { programme: string; input: NewRound }, attempt) =>
      read(
        api.programmes[':programme'].assessments.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_started, { programme }) => refreshProgramme(cache, programme),
  })
}

/** Signs a round off; answers with it and what that did to the flags. */
export function useSignOffRound() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, round, version }: RoundChange, attempt) =>
      read(
        api.programmes[':programme'].assessments[':id']['sign-off'].$post({
          param: { programme, id: round },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: { confirmed: true },
        }),
      ),
    onSettled: (_signed, _error, { programme }) => refreshProgramme(cache, programme),
  })
}

/** Takes an open round back. */
export function useWithdrawRound() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, round, version, reason }: RoundChange & { reason: string }, attempt) =>
      read(
        api.programmes[':programme'].assessments[':id'].withdrawal.$post({
          param: { programme, id: round },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: { reason },
        }),
      ),
    onSettled: (_withdrawn, _error, { programme }) => refreshProgramme(cache, programme),
  })
}

export interface LeadNaming {
  programme: string
  version: number
  /** Null for nobody. */
  person: string | null
}

/** Says who holds the clinical lead's post. */
export function useNameClinicalLead() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, version, person }: LeadNaming, attempt) =>
      read(
        api.programmes[':programme']['clinical-lead'].$put({
          param: { programme },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: { person },
        }),
      ),
    onSettled: (_named, _error, { programme }) => refreshProgramme(cache, programme),
  })
}
