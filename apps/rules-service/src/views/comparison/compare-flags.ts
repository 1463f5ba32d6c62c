import { type Comparison, type FlagComparison, FlagRemark } from '@workplan/domain'
import type { StoredFlag } from '../../store/programme.ts'
import { worstFirst } from '../flag-list.ts'
import type { EntriesBetween } from './entries-between.ts'

type Flags = ReadonlyMap<string, StoredFlag>

/** Flags that came, went, or were decided on, asked about or answered, worst first. */
export function compareFlags(
  before: Flags,
  after: Flags,
  entries: EntriesBetween,
): Pick<Comparison, 'raised' | 'cleared' | 'decided'> {
  const known = [...new Map([...before, ...after]).values()].toSorted(worstFirst).map((flag) => {
    const [was, is] = [before.get(flag.id), after.get(flag.id)]
    return { stood: stands(was), stands: stands(is), row: comparisonOf(flag, was, is, entries) }
  })
  const rows = (kept: (one: (typeof known)[number]) => boolean) => known.filter(kept).map(({ row }) => row)
  return {
    raised: rows((one) => !one.stood && one.stands),
    cleared: rows((one) => one.stood && !one.stands),
    decided: rows(
      ({ stood, stands: is, row }) => is && ((stood && row.before !== row.after) || row.said.length > 0),
    ),
  }
}

function stands(flag: StoredFlag | undefined): boolean {
  return flag !== undefined && flag.status !== 'cleared'
}

function comparisonOf(
  { id, title, subject, severity }: StoredFlag,
  was: StoredFlag | undefined,
  is: StoredFlag | undefined,
  entries: EntriesBetween,
): FlagComparison {
  const said = entries.rowsOf('flag', id).flatMap(({ action, why }): FlagRemark[] => {
    const event = FlagRemark.shape.event.safeParse(action.replace('flag.', ''))
    return event.success ? [{ event: event.data, words: why }] : []
  })
  return {
    id,
    title,
    subject,
    severity,
    before: was?.status ?? null,
    after: is?.status ?? null,
    said,
    entries: entries.of('flag', id),
  }
}
