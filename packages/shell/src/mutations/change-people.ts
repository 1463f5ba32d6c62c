import type { NewPersonInput, RoleGiven } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { useChanging } from './use-changing.ts'

const people = api.programmes[':programme'].people

interface OfPerson {
  programme: string
  person: string
}

/** What tells a new try from another: after any change in the programme the same is asked for anew. */
interface Heard {
  /** The last entry of the journal that the page had heard of. */
  heard: number
}

/** A change of what was decided about somebody, made from a version of it. */
interface FromVersion extends OfPerson {
  version: number
}

/** What the programme office does about people. */
export function useChangePeople() {
  const changing = useChanging()
  return {
    invite: changing(({ programme, input }: { programme: string; input: NewPersonInput }, attempt) =>
      read(people.$post({ param: { programme }, header: { 'idempotency-key': attempt }, json: input })),
    ),
    inviteAgain: changing(({ programme, person }: OfPerson) =>
      read(people[':id'].invitation.$post({ param: { programme, id: person } })),
    ),
    setRoles: changing(
      ({ programme, person, version, roles }: FromVersion & { roles: RoleGiven[] }, attempt) =>
        read(
          people[':id'].roles.$put({
            param: { programme, id: person },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { roles },
          }),
        ),
    ),
    // Who is switched off and on again has the same version as before.
    switchPerson: changing(
      ({ programme, person, version, on }: FromVersion & Heard & { on: boolean }, attempt) =>
        read(
          people[':id'].state.$put({
            param: { programme, id: person },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { on },
          }),
        ),
    ),
    handOver: changing(({ programme, person, to }: OfPerson & Heard & { to: string }, attempt) =>
      read(
        people[':id']['hand-over'].$post({
          param: { programme, id: person },
          header: { 'idempotency-key': attempt },
          json: { to },
        }),
      ),
    ),
  }
}
