import { describe, expect, it } from 'vitest'
import { isGuessable } from './guessable-password.ts'

describe('a password that is easy to guess', () => {
  it.each([
    'passwordpassword1',
    'letmeinletmeinletmein',
    'qwertyuiopasdfghjkl',
    'iloveyou1234567890',
    'liverpoolfc123456',
    'aB3!aB3!aB3!aB3!aB3!',
  ])('is %s', async (password) => {
    expect(await isGuessable(password, [])).toBe(true)
  })

  it('is one of what is known of the person', async () => {
    expect(await isGuessable('alexandra.brownlee1', [])).toBe(false)
    expect(await isGuessable('alexandra.brownlee1', ['alexandra.brownlee'])).toBe(true)
  })

  it.each(['four plain words in a row', 'Tuesday-Bristol-Kettle-9', 'kettle lampshade orbit'])(
    'is not %s',
    async (password) => {
      expect(await isGuessable(password, [])).toBe(false)
    },
  )
})
