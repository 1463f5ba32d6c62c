import type { RecordRefView } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'

/** The providers to choose from: each organisation once, under one of its names. */
export function providerRefs({ state }: Pick<LoadedProgramme, 'state'>): RecordRefView[] {
  return state.records.provider
    .filter(({ sameAs }) => sameAs === null)
    .map(({ id, name }) => ({ kind: 'provider', id, title: name }))
}
