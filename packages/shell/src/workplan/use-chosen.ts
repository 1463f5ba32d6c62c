import type { TaskView } from '@workplan/domain'
import { computed, shallowRef, type Ref } from 'vue'

/**
 * The tasks that somebody has chosen to change together, each with the version that was on screen then: whoever changes one
 * meanwhile is not overwritten. Only those that are shown count.
 */
export function useChosen(
  rows: Readonly<Ref<readonly TaskView[]>>,
  before: readonly [task: string, version: number][] = [],
) {
  const versions = shallowRef<ReadonlyMap<string, number>>(new Map(before))

  const changeable = computed(() => rows.value.filter(({ mayUpdate }) => mayUpdate))
  const chosen = computed(() => changeable.value.filter(({ task }) => versions.value.has(task.id)))
  const all = computed(() => chosen.value.length > 0 && chosen.value.length === changeable.value.length)

  function isChosen({ task }: TaskView): boolean {
    return versions.value.has(task.id)
  }

  function choose(views: readonly TaskView[], on: boolean): void {
    const next = new Map(versions.value)
    for (const { task, version } of views) {
      if (on) next.set(task.id, version)
      else next.delete(task.id)
    }
    versions.value = next
  }

  /** Takes the versions that tasks have now for those that were seen. */
  function see(views: readonly TaskView[]): void {
    choose(
      views.filter((view) => isChosen(view)),
      true,
    )
  }

  function clear(): void {
    versions.value = new Map()
  }

  return { versions, chosen, changeable, all, isChosen, choose, see, clear }
}
