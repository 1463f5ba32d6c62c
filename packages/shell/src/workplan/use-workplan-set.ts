import { useQuery } from '@pinia/colada'
import type { WorkstreamApp } from '@workplan/domain'
import { computed } from 'vue'
import { useFilters } from '../address/use-filters.ts'
import { useAppDefinition } from '../app/app-definition.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { tasksQuery } from '../queries/tasks.ts'
import { filtersInWords, keepsTask, NOBODY, ownerOf, workplanFilterKeys } from './workplan-filters.ts'

/** The tasks of this app, and those of them that the filters in the address leave. */
export function useWorkplanSet() {
  const { app } = useAppDefinition()
  const { programme, view, workstreamName } = useProgramme()
  const { filters, set, clear } = useFilters({ keys: workplanFilterKeys })

  const tasks = useQuery(() =>
    tasksQuery({ programme: programme.value, filters: { app: app as WorkstreamApp } }),
  )
  const all = computed(() => tasks.data.value?.items ?? [])
  const rows = computed(() => all.value.filter((row) => keepsTask(row, filters.value)))

  const workstreams = computed(() => {
    const used = new Set(all.value.map(({ task }) => task.workstream))
    return view.data.value?.workstreamList.filter(({ id }) => used.has(id)) ?? []
  })
  const owners = computed(() =>
    [...new Set(all.value.map((row) => ownerOf(row) ?? NOBODY))].toSorted((a, b) => a.localeCompare(b)),
  )
  const active = computed(() => filtersInWords(filters.value, workstreamName))

  return { tasks, all, rows, filters, set, clear, active, workstreams, owners }
}
