import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isDatabaseUnavailable } from './database-errors.ts'

function failing(code: string): Error {
  return new DrizzleQueryError('select 1', [], Object.assign(new Error('it failed'), { code }))
}

describe('a failed query', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300', '55P03', '57014', '58030'])(
    'with %s could not reach the database, or not in time',
    (code) => {
      expect(isDatabaseUnavailable(failing(code))).toBe(true)
    },
  )

  it('over a connection that broke off could not either', () => {
    const error = new Error('query failed', { cause: new Error('Connection terminated unexpectedly') })
    expect(isDatabaseUnavailable(error)).toBe(true)
  })

  it.each(['23505', '22P05', '42P01', '40001'])('with %s has another reason', (code) => {
    expect(isDatabaseUnavailable(failing(code))).toBe(false)
  })

  it('that is no error at all has another reason', () => {
    expect(isDatabaseUnavailable('57P01')).toBe(false)
  })
})
