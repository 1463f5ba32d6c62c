import { type Comparison, DecisionInput, type FlagComparison } from '@workplan/domain'
import { z } from 'zod'
import type { StoredFlag } from '../../store/programme.ts'
import { worstFirst } from '../flag-list.ts'
import type { EntriesBetween } from './entries-between.ts'

type Flags = ReadonlyMap<string, StoredFlag>

const WithDecision = z.object({ decision: DecisionInput })

/** Flags that came, went, or were decided about, worst first. */
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
      ({ stood, stands: is, row }) => is && ((stood && row.before !== row.after) || row.decisions.length > 0),
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
  const decisions = entries.rowsOf('flag', id).flatMap(({ after }) => {
    const read = WithDecision.safeParse(after)
    return read.success ? [read.data.decision] : []
  })
  return {
    id,
    title,
    subject,
    severity,
    before: was?.status ?? null,
    after: is?.status ?? null,
    decisions,
    entries: entries.of('flag', id),
  }
}
