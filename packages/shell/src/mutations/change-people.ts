import { useMutation, useQueryCache } from '@pinia/colada'
import type { NewPersonInput, RoleGiven } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { refreshProgramme } from './refresh-programme.ts'

const people = api.programmes[':programme'].people

interface OfPerson {
  programme: string
  person: string
}

/** What the programme office does about people. Each change reads the programme again. */
export function useChangePeople() {
  const cache = useQueryCache()
  const changing = <Variables extends { programme: string }, Result>(
    mutation: (variables: Variables) => Promise<Result>,
  ) =>
    useMutation({
      mutation,
      onSuccess: (_result: Result, { programme }: Variables) => void refreshProgramme(cache, programme),
    })

  return {
    invite: changing(({ programme, input }: { programme: string; input: NewPersonInput }) =>
      read(people.$post({ param: { programme }, json: input })),
    ),
    inviteAgain: changing(({ programme, person }: OfPerson) =>
      read(people[':id'].invitation.$post({ param: { programme, id: person } })),
    ),
    setRoles: changing(({ programme, person, roles }: OfPerson & { roles: RoleGiven[] }) =>
      read(people[':id'].roles.$put({ param: { programme, id: person }, json: { roles }, header: {} })),
    ),
    switchPerson: changing(({ programme, person, on }: OfPerson & { on: boolean }) =>
      read(people[':id'].state.$put({ param: { programme, id: person }, json: { on }, header: {} })),
    ),
    handOver: changing(({ programme, person, to }: OfPerson & { to: string }) =>
      read(people[':id']['hand-over'].$post({ param: { programme, id: person }, json: { to }, header: {} })),
    ),
  }
}
