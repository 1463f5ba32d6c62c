/** How long a password may be, in characters. No rule asks for certain kinds of them. */
export const PASSWORD_LENGTH = { min: 15, max: 128 } as const

const FEWEST_DIFFERENT = 6
const OBVIOUS = ['password', 'workplan', 'palliative', 'qwerty', '12345']

/** What is wrong with a password for this address, to say after 'Choose a password that'; null when it will do. */
export function faultOfPassword(password: string, address: string): string | null {
  const { min, max } = PASSWORD_LENGTH
  const lower = password.toLowerCase()
  if (password.length < min) return `has at least ${min} characters`
  if (password.length > max) return `has at most ${max} characters`
  if (new Set(lower).size < FEWEST_DIFFERENT) return `has at least ${FEWEST_DIFFERENT} different characters`
  const [name = ''] = address.toLowerCase().split('@')
  if (name.length > 2 && lower.includes(name)) return 'does not have your e-mail address in it'
  const obvious = OBVIOUS.find((word) => lower.includes(word))
  return obvious ? `does not have “${obvious}” in it` : null
}
