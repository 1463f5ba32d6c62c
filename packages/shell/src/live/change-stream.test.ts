import type { ChangeEvent } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeService } from '../../testing/index.ts'
import { openChangeStream } from './change-stream.ts'

function listen() {
  const { streams } = fakeService({})
  const heard = { changes: [] as ChangeEvent[], connections: [] as string[], returns: 0 }
  const stop = openChangeStream('/api/programmes/bnssg/events', {
    onChange: (change) => heard.changes.push(change),
    onConnection: (connection) => heard.connections.push(connection),
    onReturn: () => (heard.returns += 1),
  })
  return { streams, heard, stop }
}

const change = { seq: 4, programme: 'bnssg', kinds: ['task'], ids: ['t'] }

describe('the stream of changes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hands on what changed', () => {
    const { streams, heard } = listen()
    streams[0]?.open()
    streams[0]?.change(change)
    expect(heard).toEqual({ changes: [change], connections: ['connecting', 'open'], returns: 0 })
  })

  it('says that it is lost, and catches up once the browser has it back', () => {
    const { streams, heard } = listen()
    streams[0]?.open()
    streams[0]?.fail({ forGood: false })
    expect(heard.connections.at(-1)).toBe('lost')
    streams[0]?.open()
    expect(heard.connections.at(-1)).toBe('open')
    expect(heard.returns).toBe(1)
    expect(streams).toHaveLength(1)
  })

  it('opens a new stream, after longer and longer waits, when the browser gives up', () => {
    const { streams, heard } = listen()
    streams[0]?.fail({ forGood: true })
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(2)
    streams[1]?.fail({ forGood: true })
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(2)
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(3)
    streams[2]?.open()
    expect(heard.returns).toBe(1)
  })

  it('opens a new stream when the computer wakes up without one', () => {
    const { streams, heard } = listen()
    streams[0]?.open()
    streams[0]?.fail({ forGood: true })
    window.dispatchEvent(new Event('online'))
    expect(streams).toHaveLength(2)
    streams[1]?.open()
    expect(heard.returns).toBe(1)
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
