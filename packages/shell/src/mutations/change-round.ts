import { useMutation, useQueryCache } from '@pinia/colada'
import type { NewRound } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf, keptAttempts } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

/** A change of a round as a whole; it starts from the version of the round with all its answers. */
export interface RoundChange {
  programme: string
  round: string
  version: number
}

/** Starts a round; answers with it. */
export function useStartRound() {
  const cache = useQueryCache()
  const once = keptAttempts()
  return useMutation({
    mutation: ({ programme, input }: { programme: string; input: NewRound }) =>
      once({ programme, input }, (attempt) =>
        read(
          api.programmes[':programme'].assessments.$post({
            param: { programme },
            header: { 'idempotency-key': attempt },
            json: input,
          }),
        ),
      ),
    onSuccess: (_started, { programme }) => refreshProgramme(cache, programme),
  })
}

/** Signs a round off; answers with it and what that did to the flags. */
export function useSignOffRound() {
  const cache = useQueryCache()
  const once = keptAttempts()
  return useMutation({
    mutation: ({ programme, round, version }: RoundChange) =>
      once({ round, version }, (attempt) =>
        read(
          api.programmes[':programme'].assessments[':id']['sign-off'].$post({
            param: { programme, id: round },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { confirmed: true },
          }),
        ),
      ),
    onSettled: (_signed, _error, { programme }) => refreshProgramme(cache, programme),
  })
}

/** Takes an open round back. */
export function useWithdrawRound() {
  const cache = useQueryCache()
  const once = keptAttempts()
  return useMutation({
    mutation: ({ programme, round, version, reason }: RoundChange & { reason: string }) =>
      once({ round, version, reason }, (attempt) =>
        read(
          api.programmes[':programme'].assessments[':id'].withdrawal.$post({
            param: { programme, id: round },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { reason },
          }),
        ),
      ),
    onSettled: (_withdrawn, _error, { programme }) => refreshProgramme(cache, programme),
  })
}

/** Says who holds the clinical lead's post. */
export function useNameClinicalLead() {
  const cache = useQueryCache()
  const once = keptAttempts()
  return useMutation({
    mutation: ({
      programme,
      version,
      person,
    }: {
      programme: string
      version: number
      person: string | null
    }) =>
      once({ programme, version, person }, (attempt) =>
        read(
          api.programmes[':programme']['clinical-lead'].$put({
            param: { programme },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { person },
          }),
        ),
      ),
    onSettled: (_named, _error, { programme }) => refreshProgramme(cache, programme),
  })
}
