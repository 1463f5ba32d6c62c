import { describe, expect, it } from 'vitest'
import { ApiProblem, NetworkFailure } from './api-problem.ts'
import { failedInWords } from './failed-in-words.ts'

function refusal(status: number): ApiProblem {
  return new ApiProblem({
    title: 'No',
    status,
    code: status === 403 ? 'not-allowed' : 'internal',
    detail: 'Your role does not allow this.',
  })
}

describe('what is said of something that failed', () => {
  it.each([new NetworkFailure(new TypeError()), refusal(502), refusal(504)])(
    'leaves open whether it was done where no answer came from the service',
    (error) => {
      const words = failedInWords(error, 'Not withdrawn')
      expect(words).toContain('we do not know whether it was done')
      expect(words).not.toContain('Not withdrawn')
    },
  )

  it('says that it was not done where the service says so', () => {
    expect(failedInWords(refusal(403), 'Not withdrawn')).toBe('Not withdrawn. Your role does not allow this.')
    expect(failedInWords(refusal(503))).toBe('Your role does not allow this.')
  })
})
