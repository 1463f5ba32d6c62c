import type { ChangeEvent } from '@workplan/domain'
import { counted, kindWords } from '../words/words.ts'

/** What changed while there was no connection: 'Connected again. 2 changes were made meanwhile, to 3 records: tasks, flags.' */
export function missedInWords(missed: readonly ChangeEvent[] | null): string {
  if (missed === null) return 'Connected. This page is up to date.'
  if (missed.length === 0) return 'Connected again. Nothing was changed meanwhile.'
  const records = new Set(missed.flatMap(({ ids }) => ids)).size
  const kinds = [...new Set(missed.flatMap((change) => change.kinds))].map((kind) => kindWords(kind))
  const changes = missed.length === 1 ? '1 change was' : `${missed.length} changes were`
  return `Connected again. ${changes} made meanwhile, to ${counted(records, 'record', 'records')}: ${kinds.join(', ')}. This page is up to date.`
}
