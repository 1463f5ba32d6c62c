import type { CoverState } from '@workplan/domain'
import type { TagColour } from '@workplan/ui'

/** How a state of cover is shown: a word and a letter, and a colour with a pattern beside them. */
export interface CoverLook {
  word: string
  letter: string
  colour: TagColour
  meaning: string
}

export const coverLooks: Record<CoverState, CoverLook> = {
  covered: {
    word: 'Covered',
    letter: 'C',
    colour: 'green',
    meaning: 'Somebody is there for the whole place, without condition or doubt.',
  },
  partly: {
    word: 'In part',
    letter: 'P',
    colour: 'blue',
    meaning: 'Somebody is there for a part of the place. Parts together never prove the whole.',
  },
  conditional: {
    word: 'On a condition',
    letter: 'I',
    colour: 'yellow',
    meaning: 'Somebody is there only if something else holds, such as enough staff.',
  },
  unconfirmed: {
    word: 'Not confirmed',
    letter: 'U',
    colour: 'purple',
    meaning: 'A service is named, but its hours, places, way or the statement itself is in doubt.',
  },
  nobody: {
    word: 'Nobody',
    letter: 'N',
    colour: 'red',
    meaning: 'No service on record is there.',
  },
}

export const COVER_STATES = Object.keys(coverLooks) as CoverState[]
