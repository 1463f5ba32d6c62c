import type { CoverageTrial, CoverageWeek } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { stateWith } from '../../store/drafted-change.ts'
import { coverageWeek } from '../../views/coverage-week.ts'
import { serviceAfter } from './service-after.ts'

/**
 * The weeks of the requirements that a service meets, before or after a change of it; changes nothing. Throws
 * `not-found`, `invalid-input`.
 */
export async function tryCoverage(
  { store }: Pick<AppContext, 'store'>,
  programmeId: string,
  { service, change }: CoverageTrial,
): Promise<CoverageWeek[]> {
  const programme = await store.readProgramme(programmeId)
  const after = serviceAfter(programme, service, change)
  const before = programme.state.records.service.find(({ id }) => id === service)
  const touched = new Set([...after.meets, ...(before?.meets ?? [])])
  const state = stateWith(programme.state, [{ kind: 'service', id: service, data: after }])
  return state.records['coverage-requirement']
    .filter(({ id }) => touched.has(id))
    .map((requirement) => coverageWeek(requirement, state))
}
