import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { useSendLater } from './use-send-later.ts'

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function begin() {
  const send = vi.fn<() => Promise<void>>(async () => {})
  const scope = effectScope()
  const later = scope.run(() => useSendLater(send))
  if (!later) throw new Error('The scope has ended')
  return { send, scope, later }
}

describe('what could not be sent', () => {
  it('is sent again after a while', () => {
    const { send, later } = begin()
    later.wait()
    vi.advanceTimersByTime(6_000)
    expect(send).toHaveBeenCalledOnce()
  })

  it('is not sent by a form that was left, before its answer or after', () => {
    const { send, scope, later } = begin()
    later.wait()
    scope.stop()
    expect(useAnnouncement().current?.text).toContain('Not saved yet')
    later.wait()
    vi.advanceTimersByTime(60_000)
    expect(send).not.toHaveBeenCalled()
  })

  it('is told of no more once it was sent', () => {
    const { scope, later } = begin()
    later.wait()
    later.settle()
    scope.stop()
    expect(useAnnouncement().current).toBeNull()
  })
})
