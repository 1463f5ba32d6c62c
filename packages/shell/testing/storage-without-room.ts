import { vi } from 'vitest'

/** From now on, until the test ends, the browser has no room for anything more to keep for this tab. Answers with how to make room. */
export function storageWithoutRoom(): () => void {
  const real = sessionStorage
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => real.getItem(key),
    removeItem: (key: string) => real.removeItem(key),
    clear: () => real.clear(),
    setItem: () => {
      throw new DOMException('No room', 'QuotaExceededError')
    },
  })
  return () => vi.unstubAllGlobals()
}
