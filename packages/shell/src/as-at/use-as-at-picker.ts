import { defineStore, storeToRefs } from 'pinia'
import { shallowRef, type ShallowRef } from 'vue'

const usePicker = defineStore('as-at-picker', () => ({ open: shallowRef(false) }))

/** Whether the reader is choosing a moment: opened from the header, the banner or a page that has nothing to show. */
export function useAsAtPicker(): ShallowRef<boolean> {
  return storeToRefs(usePicker()).open
}
