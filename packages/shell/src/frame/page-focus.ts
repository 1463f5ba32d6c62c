import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Whether the next page heading to appear takes the focus: after a navigation it does, when the app opens it does not. */
export const usePageFocus = defineStore('page-focus', () => {
  const awaited = shallowRef(false)

  function awaitHeading(): void {
    awaited.value = true
  }

  function giveTo(heading: HTMLElement): void {
    if (!awaited.value) return
    awaited.value = false
    heading.focus({ preventScroll: true })
  }

  return { awaitHeading, giveTo }
})
