import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { keptAttempts } from './attempt.ts'

describe('what is sent until it has succeeded', () => {
  const keep = (attempts: string[]) => (attempt: string) => Promise.resolve(attempts.push(attempt))
  const fail = (attempts: string[]) => (attempt: string) => {
    attempts.push(attempt)
    return Promise.reject(new Error('No answer'))
  }

  it('has the same key when the same is sent again, and another one after it has succeeded', async () => {
    const once = keptAttempts()
    const attempts: string[] = []
    await expect(once({ title: 'Pack' }, fail(attempts))).rejects.toThrow('No answer')
    await once({ title: 'Pack' }, keep(attempts))
    await once({ title: 'Pack' }, keep(attempts))
    const [first, second, third] = attempts
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('has another key when the same is asked for much later: what there is may have changed and changed back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const once = keptAttempts()
    const attempts: string[] = []
    await expect(once({ title: 'Pack' }, fail(attempts))).rejects.toThrow('No answer')
    vi.advanceTimersByTime(11 * 60_000)
    await once({ title: 'Pack' }, keep(attempts))
    expect(attempts[1]).not.toBe(attempts[0])
  })

  it('has a key of its own when something else is sent', async () => {
    const once = keptAttempts()
    const attempts: string[] = []
    await expect(once({ title: 'Pack' }, fail(attempts))).rejects.toThrow('No answer')
    await once({ title: 'Another pack' }, keep(attempts))
    expect(new Set(attempts).size).toBe(2)
  })
})
