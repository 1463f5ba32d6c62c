import { randomBytes } from 'node:crypto'
import { slugOf } from './slug.ts'

/** An id for a new record of a programme: its kind, the first words of its title, and what makes it the only one. */
export function idOfNew(programme: string, kind: string, title: string): string {
  return `${programme}.${kind}.${slugOf(title, kind)}-${randomBytes(4).toString('hex')}`
}
