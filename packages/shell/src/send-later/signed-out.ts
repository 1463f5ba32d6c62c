/** What somebody reads whose session ended before their work was saved. */
export const SIGNED_OUT =
  'You were signed out before this was saved. It is kept in this tab, and is saved when you sign in again here.'
