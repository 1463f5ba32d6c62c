import { describe, expect, it } from 'vitest'
import { fakeService, noNetwork, problem, session, type Answer } from '../../testing/index.ts'
import { api } from './client.ts'
import { ApiProblem, NetworkFailure } from './api-problem.ts'
import { read } from './read.ts'

function readSession(answer: Answer) {
  fakeService({ 'GET /api/session': answer })
  return read(api.session.$get())
}

describe('reading an answer', () => {
  it('gives the body of a good one', async () => {
    await expect(readSession(session())).resolves.toEqual(session())
  })

  it('throws what the service said was wrong', async () => {
    const refusal = problem(412, 'stale-version', 'Somebody was first.', { current: { version: 3 } })
    const error = await readSession(refusal).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiProblem)
    expect(error).toMatchObject({ code: 'stale-version', status: 412, current: { version: 3 } })
  })

  it('throws a problem too when something between answered in its own words', async () => {
    const proxy = new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' })
    await expect(readSession(proxy)).rejects.toMatchObject({ code: 'internal', status: 502 })
  })

  it.each([200, 412])('takes an answer of %i that was cut off on its way for none', async (status) => {
    const body = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"person":'))
        stream.error(new TypeError('network error'))
      },
    })
    await expect(readSession(new Response(body, { status }))).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('takes a good answer that is cut in two, and does not say so, for none', async () => {
    await expect(readSession(new Response('{"person":'))).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('tells no answer from a bad one', async () => {
    await expect(readSession(noNetwork)).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('gives null for an answer without a body', async () => {
    fakeService({ 'DELETE /api/session': new Response(null, { status: 204 }) })
    await expect(read(api.session.$delete())).resolves.toBeNull()
  })
})
