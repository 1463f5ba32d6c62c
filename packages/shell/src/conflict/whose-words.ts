import type { Contest } from './contested-field.ts'

/** How both versions are spoken of: of two people, or of one person with two windows. */
export interface WhoseWords {
  mine: string
  theirs: string
  allMine: string
  allTheirs: string
  nothingToChoose: string
  discard: string
  contest: Record<Contest, string>
}

export const OF_TWO_PEOPLE: WhoseWords = {
  mine: 'Yours',
  theirs: 'Theirs',
  allMine: 'Choose all mine',
  allTheirs: 'Choose all theirs',
  nothingToChoose: 'They wrote the same as you, or left your fields alone.',
  discard: 'Throw mine away',
  contest: {
    both: 'Different: you both changed it',
    'only-mine': 'Different: only you changed it',
    'only-theirs': 'Different: only they changed it',
    same: 'Same',
  },
}

export const OF_TWO_WINDOWS: WhoseWords = {
  mine: 'In this window',
  theirs: 'In the other window',
  allMine: 'Choose all of this window',
  allTheirs: 'Choose all of the other window',
  nothingToChoose: 'You wrote the same there, or left these fields alone.',
  discard: 'Throw away what is in this window',
  contest: {
    both: 'Different: changed in both windows',
    'only-mine': 'Different: changed only in this window',
    'only-theirs': 'Different: changed only in the other window',
    same: 'Same',
  },
}
