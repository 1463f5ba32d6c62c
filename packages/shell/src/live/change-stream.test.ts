import type { ChangeEvent } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { fakeService } from '../../testing/index.ts'
import { openChangeStream } from './change-stream.ts'

function listen() {
  const { streams } = fakeService({})
  const heard = {
    changes: [] as ChangeEvent[],
    connections: [] as string[],
    returns: [] as (readonly ChangeEvent[] | null)[],
  }
  const { stop, tryNow } = openChangeStream(
    { url: '/api/programmes/bnssg/events', person: 'person.lead', since: null },
    {
      onChange: (change) => heard.changes.push(change),
      onConnection: (connection) => heard.connections.push(connection),
      onReturn: (missed) => heard.returns.push(missed),
      onSomebodyElse: () => {},
    },
  )
  onTestFinished(stop)
  return { streams, heard, stop, tryNow }
}

const change = (seq: number): ChangeEvent => ({ seq, programme: 'bnssg', kinds: ['task'], ids: ['t'] })

describe('the stream of changes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hands on what changed', () => {
    const { streams, heard } = listen()
    streams[0]?.open()
    streams[0]?.change(change(4))
    expect(heard).toEqual({ changes: [change(4)], connections: ['connecting', 'open'], returns: [] })
  })

  it('starts after the last change that was seen, and hands on what was missed at once', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 3 })
    streams[0]?.change(change(4))
    streams[0]?.fail({ forGood: false })
    expect(heard.connections.at(-1)).toBe('lost')
    expect(streams[0]?.closed).toBe(true)
    vi.advanceTimersByTime(1_000)
    expect(streams[1]?.url).toBe('/api/programmes/bnssg/events?after=4')
    streams[1]?.open({ missed: [change(5), change(6)] })
    expect(heard.returns).toEqual([[change(5), change(6)]])
    expect(heard.changes).toEqual([change(4)])
    streams[1]?.change(change(7))
    expect(heard.changes).toEqual([change(4), change(7)])
  })

  it('starts from its first place when nothing has changed yet', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 3 })
    streams[0]?.fail({ forGood: true })
    vi.advanceTimersByTime(1_000)
    expect(streams[1]?.url).toContain('?after=3')
    streams[1]?.open({ place: 3 })
    expect(heard.returns).toEqual([[]])
  })

  it('does not know what it missed when it is sent back to before its place', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 9 })
    streams[0]?.fail({ forGood: false })
    vi.advanceTimersByTime(1_000)
    streams[1]?.open({ place: 5 })
    expect(heard.returns).toEqual([null])
    streams[1]?.fail({ forGood: false })
    vi.advanceTimersByTime(1_000)
    expect(streams[2]?.url).toContain('?after=5')
  })

  it('tries again after longer and longer waits, and does not know what it missed before its first place', () => {
    const { streams, heard } = listen()
    streams[0]?.fail({ forGood: true })
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(2)
    streams[1]?.fail({ forGood: false })
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(2)
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(3)
    streams[2]?.open()
    expect(heard.returns).toEqual([null])
  })

  it('tries at once when the network is back or somebody asks for it', () => {
    const { streams, tryNow } = listen()
    streams[0]?.open()
    streams[0]?.fail({ forGood: true })
    window.dispatchEvent(new Event('online'))
    expect(streams).toHaveLength(2)
    streams[1]?.fail({ forGood: true })
    tryNow()
    expect(streams).toHaveLength(3)
    streams[2]?.open()
    tryNow()
    expect(streams).toHaveLength(3)
  })

  it('opens a new stream after a long sleep, whatever the old one says of itself', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 3 })
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    // A computer that sleeps runs no timers, while its clock goes on.
    vi.setSystemTime(Date.now() + 600_000)
    visible.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(streams[1]?.url).toContain('?after=3')
    streams[1]?.open({ missed: [change(4)] })
    expect(heard.returns).toEqual([[change(4)]])
    visible.mockRestore()
  })

  it('lets go of the stream when the page is left, and catches up when the browser shows it again', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 3 })
    window.dispatchEvent(new Event('pagehide'))
    expect(streams[0]?.closed).toBe(true)
    vi.advanceTimersByTime(600_000)
    expect(streams).toHaveLength(1)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(streams[1]?.url).toContain('?after=3')
    streams[1]?.open({ missed: [change(4)] })
    expect(heard.returns).toEqual([[change(4)]])
  })

  it('takes a stream that fell silent for lost, and says so', () => {
    const { streams, heard } = listen()
    streams[0]?.open({ place: 3 })
    for (let beats = 0; beats < 4; beats += 1) {
      vi.advanceTimersByTime(30_000)
      streams[0]?.beat()
    }
    expect(heard.connections).toEqual(['connecting', 'open'])
    vi.advanceTimersByTime(37_500)
    expect(heard.connections.at(-1)).toBe('lost')
    expect(streams[0]?.closed).toBe(true)
    vi.advanceTimersByTime(1_000)
    expect(streams[1]?.url).toContain('?after=3')
    streams[1]?.open({ missed: [change(4)] })
    expect(heard.connections.at(-1)).toBe('open')
    expect(heard.returns).toEqual([[change(4)]])
  })

  it('gives up a try that is never answered', () => {
    const { streams, heard } = listen()
    vi.advanceTimersByTime(37_500)
    expect(heard.connections.at(-1)).toBe('lost')
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(2)
  })

  it('tries no more once it is stopped', () => {
    const { streams, stop } = listen()
    streams[0]?.fail({ forGood: true })
    stop()
    vi.advanceTimersByTime(60_000)
    window.dispatchEvent(new Event('online'))
    expect(streams).toHaveLength(1)
  })
})
