import type { ArrangementChange, ArrangementKind, ArrangementView, NewArrangement } from '@workplan/domain'
import { useAddArrangement, useChangeArrangement } from '../mutations/save-arrangement.ts'
import { useProgramme } from '../programme/use-programme.ts'
import type { RecordTarget, SavedRecord, StoredRecord } from '../record-form/record-target.ts'
import { useRecordSaved } from '../record-form/use-record-saved.ts'

/** Adds, changes and withdraws arrangements of one kind, each with a way back. */
export function useArrangement(kind: ArrangementKind) {
  const { programme } = useProgramme()
  const add = useAddArrangement()
  const change = useChangeArrangement()
  const say = useRecordSaved()

  /** Where a form sends one: `id` is null for a new one. */
  function target(id: string | null): RecordTarget {
    return {
      send: ({ values, version, reason, attempt }) => {
        const why = reason === '' ? {} : { reason }
        if (id === null || version === null)
          return add.mutateAsync({ programme: programme.value, input: added(values, why), attempt })
        return change.mutateAsync({
          programme: programme.value,
          id,
          version,
          input: changed(values, why),
          attempt,
        })
      },
      storedIn: (current) => current as ArrangementView,
    }
  }

  /** Says that it is saved, and how to take it back: what was added is withdrawn again. */
  function announceSaved({ item, flags, before, keys }: SavedRecord): void {
    const old = before && new Map<string, unknown>(Object.entries(before.record))
    const back = old ? Object.fromEntries(keys.map((key) => [key, old.get(key)])) : { state: 'withdrawn' }
    say(flags, before ? 'Saved' : 'Added', () => put(item, back, 'Undone'))
  }

  /** Takes one out of every list; its record and history stay. */
  async function withdraw(stored: StoredRecord & { record: { state: string } }): Promise<void> {
    const { state } = stored.record
    const { item, flags } = await put(stored, { state: 'withdrawn' }, 'Withdrawn')
    say(flags, 'Taken out', () => put(item, { state }, 'Undone'))
  }

  function put({ record, version }: StoredRecord, values: Record<string, unknown>, reason: string) {
    const input = changed(values, { reason })
    return change.mutateAsync({ programme: programme.value, id: record.id, version, input })
  }

  // The fields of a form are those of its kind; the service checks every value again.
  function added(record: Record<string, unknown>, why: { reason?: string }): NewArrangement {
    return { kind, record, ...why } as unknown as NewArrangement
  }
  function changed(values: Record<string, unknown>, why: { reason?: string }): ArrangementChange {
    return { kind, change: values, ...why }
  }

  return { target, announceSaved, withdraw, withdrawing: change.asyncStatus }
}
