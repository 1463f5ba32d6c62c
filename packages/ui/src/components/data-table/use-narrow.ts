import { onScopeDispose, ref, type Ref } from 'vue'

// The tablet breakpoint of nhsuk-frontend, 641px.
const NARROW = '(max-width: 40.0525em)'

/** Whether the window is as narrow as a phone; follows it as it changes. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const media = window.matchMedia(NARROW)
  const narrow = ref(media.matches)
  const follow = (): void => {
    narrow.value = media.matches
  }
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return narrow
}
