/** What somebody reads whose session ended before their work was saved. */
export const SIGNED_OUT =
  'You were signed out before this was saved. It is kept in this tab, and is saved when you sign in again here.'

/** What somebody reads who leaves a form before what they sent was taken. */
export const NOT_SENT =
  'Not saved yet. What you typed is kept in this tab. Open it again there, and it is sent again.'
