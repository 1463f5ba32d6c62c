/** Why the provider's answer did not let somebody in, for the codes that a reader can do something about. */
const WORDS: Record<string, string> = {
  unable_to_get_user_info:
    'You are not a person of this Workplan yet. Ask the programme office for a link, and open that first.',
  unable_to_create_session:
    'Your account is switched off, or your link is too old. Ask the programme office.',
  access_denied: 'You did not agree to sign in, or your organisation does not let you.',
}

/** What to say of the code in the address; null when there is none. */
export function refusalInWords(code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null
  return (
    WORDS[code] ?? 'The sign-in was not completed. Try again; if it happens again, ask the programme office.'
  )
}
