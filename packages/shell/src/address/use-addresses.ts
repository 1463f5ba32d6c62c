import { useAppDefinition } from '../app/app-definition.ts'
import { useProgrammeId } from '../programme/use-programme-id.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { addressesOf, type Addresses } from './addresses.ts'

/** The addresses of this app's pages in the programme that is open. Call them where the link is drawn: they follow the programme. */
export function useAddresses(): Addresses {
  const { app } = useAppDefinition()
  const programme = useProgrammeId()
  const now = () => addressesOf(app, programme.value, viewedMoment())
  return {
    inApp: (...args) => now().inApp(...args),
    page: (...args) => now().page(...args),
    home: () => now().home(),
    task: (id) => now().task(id),
    flag: (id) => now().flag(id),
    flags: (filters) => now().flags(filters),
    record: (kind, id) => now().record(kind, id),
    requirement: (id) => now().requirement(id),
  }
}
