import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { useChanging } from './use-changing.ts'

const people = api.programmes[':programme'].people

interface OfPerson {
  programme: string
  person: string
}

/** What may be asked of the data that are held about people. */
export function usePersonalData() {
  const changing = useChanging()
  return {
    exportMine: changing(({ programme }: { programme: string }) =>
      read(api.programmes[':programme']['my-data'].$post({ param: { programme } })),
    ),
    exportOf: changing(({ programme, person }: OfPerson) =>
      read(people[':id'].export.$post({ param: { programme, id: person } })),
    ),
    hold: changing(
      (
        { programme, person, version, because }: OfPerson & { version: number; because: string | null },
        attempt,
      ) =>
        read(
          people[':id'].hold.$put({
            param: { programme, id: person },
            header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
            json: { because },
          }),
        ),
    ),
    remove: changing(({ programme, person, version }: OfPerson & { version: number }, attempt) =>
      read(
        people[':id'].removal.$post({
          param: { programme, id: person },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
        }),
      ),
    ),
  }
}
