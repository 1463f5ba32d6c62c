import type { IsoDate, TaskView } from '@workplan/domain'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { compareForWeek, weekGroupOf, weekGroups, type WeekGroup } from './week-place.ts'

export interface WeekSection {
  group: WeekGroup
  views: TaskView[]
}

/**
 * Tasks in the order to take them up. The order is made when the page opens and then kept: a row that is updated stays
 * where it is, also when it is done, until the person leaves or asks for a new order.
 */
export function useWeekOrder(tasks: Ref<readonly TaskView[] | undefined>, asAt: Ref<IsoDate | null>) {
  const places = shallowRef<ReadonlyMap<string, WeekGroup>>(new Map())

  watch([tasks, asAt], placeNewcomers, { immediate: true })

  function placeNewcomers(): void {
    const today = asAt.value
    if (!today || !tasks.value) return
    const first = places.value.size === 0
    const unknown = tasks.value.filter(({ task }) => !places.value.has(task.id))
    const wanted = first ? unknown.filter(({ task }) => task.status !== 'done') : unknown
    if (wanted.length === 0) return
    const ordered = wanted.toSorted(compareForWeek(today))
    places.value = new Map([
      ...places.value,
      ...ordered.map((view) => [view.task.id, weekGroupOf(view, today)] as const),
    ])
  }

  /** Orders anew: what is done leaves the page. */
  function orderAgain(): void {
    places.value = new Map()
    placeNewcomers()
  }

  const sections = computed<WeekSection[]>(() => {
    const byId = new Map((tasks.value ?? []).map((view) => [view.task.id, view]))
    return weekGroups.flatMap((group) => {
      const views = [...places.value].flatMap(([id, place]) => {
        const view = place === group ? byId.get(id) : undefined
        return view ? [view] : []
      })
      return views.length > 0 ? [{ group, views }] : []
    })
  })

  /** True when a row no longer belongs where it stands. */
  const moved = computed(() => {
    const today = asAt.value
    return (
      today !== null &&
      sections.value.some(({ group, views }) => views.some((view) => weekGroupOf(view, today) !== group))
    )
  })

  return { sections, moved, orderAgain }
}
