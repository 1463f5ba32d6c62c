import { changeReading, type ReadingChange, type ReadingSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { readingView } from '../../views/metrics/metric-view.ts'
import { checkReading } from './check-reading.ts'
import { findReading } from './find-metric.ts'

export interface ReadingUpdate {
  id: string
  expectedVersion: number
  change: ReadingChange
}

/** Corrects a reading, takes it back or puts it back. Throws `not-found`, `stale-version`, `invalid-input`. */
export function updateReading(
  { store }: AppContext,
  request: ChangeRequest,
  { id, expectedVersion, change }: ReadingUpdate,
): Promise<ReadingSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const reading = findReading(before, id)
      await draft.requireVersion('reading', id, expectedVersion, () => readingView(reading, before))
      const after = changeReading(reading, change, before.asAt)
      checkReading(after, before)
      draft.put('reading', after, { expectedVersion, action: actionOf(change), why: change.reason })
      return after
    },
    ({ after, flags }, reading) => ({ item: readingView(reading, after), flags }),
  )
}

function actionOf({ withdrawn }: ReadingChange): string {
  if (withdrawn === undefined) return 'reading.corrected'
  return withdrawn ? 'reading.withdrawn' : 'reading.restored'
}
