import { useQuery } from '@pinia/colada'
import { groupsQuery, useProgramme } from '@workplan/shell'
import type { CheckboxOption } from '@workplan/ui'
import { computed } from 'vue'
import { ALL, appOf, scopeKind } from './role-draft.ts'
import type { RoleChoice } from './role-words.ts'

/** The workstreams and groups of the programme, as what a role can be limited to. */
export function useRoleScopes() {
  const { programme, view } = useProgramme()
  const groups = useQuery(() => groupsQuery({ programme: programme.value }))

  const workstreams = computed(() => view.data.value?.workstreamList ?? [])
  const names = computed(
    () =>
      new Map([...workstreams.value, ...(groups.data.value?.items ?? [])].map(({ id, name }) => [id, name])),
  )

  /** The checkboxes below a role; none for a role that is always for everything. */
  function scopesOf(choice: RoleChoice): CheckboxOption[] {
    const kind = scopeKind(choice)
    if (kind === null) return []
    const found =
      kind === 'groups'
        ? (groups.data.value?.items ?? [])
        : workstreams.value.filter(({ app }) => app === appOf(choice))
    return [
      { value: ALL, text: `All ${kind}`, exclusive: true },
      ...found.map(({ id, name }) => ({ value: id, text: name })),
    ]
  }

  return { scopesOf, nameOf: (id: string) => names.value.get(id) ?? id }
}
