import type { LocationQueryValue } from 'vue-router'

/** What an address gives for one name: nothing, one moment, or what can be none. In addresses a plus is read as a space. */
export function momentsInAddress(given: LocationQueryValue | LocationQueryValue[] | undefined): string[] {
  if (given === undefined) return []
  return [given].flat().map((text) => (text ?? '').replace(/ (\d\d:\d\d)$/, '+$1'))
}
