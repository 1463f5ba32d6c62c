import { SHOWN_PERSON } from '@workplan/domain'
import { shownPerson } from './shown-person.ts'

/** The browser's `fetch`, saying whom this page shows as signed in: nothing is done in the name of anybody else. */
export function askAsShown(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const person = shownPerson()
  if (person === null) return fetch(input, init)
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
  headers.set(SHOWN_PERSON, person)
  return fetch(input, { ...init, headers })
}
