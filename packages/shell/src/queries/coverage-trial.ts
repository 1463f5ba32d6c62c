import type { CoverageTrial, CoverageWeek } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'

/** Who would be there after a change of a service: the weeks of the requirements that it meets. Writes nothing. */
export async function askCoverageWhatIf(programme: string, trial: CoverageTrial): Promise<CoverageWeek[]> {
  const { items } = await read(
    api.programmes[':programme'].coverage['what-if'].$post({ param: { programme }, json: trial }),
  )
  return items
}
