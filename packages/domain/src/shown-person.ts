/**
 * The header with which a page says whose session it shows. A browser has one session for all its windows: what is sent from a
 * window that still shows somebody else is refused as `not-signed-in`.
 */
export const SHOWN_PERSON = 'workplan-person'
