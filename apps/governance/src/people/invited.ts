/** Somebody who has just been invited. */
export interface Invited {
  name: string
  /** Their e-mail address, as it was typed; empty when it was not. It is kept nowhere. */
  address: string
  /** The path of the one-time link; null for somebody who needs none. */
  link: string | null
}
