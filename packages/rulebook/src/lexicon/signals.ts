/** What the wording of a box can give away about how firm it is. */
export type Signal = 'question' | 'to-be-confirmed' | 'not-known'

/**
 * Phrases that give a signal away, in lower case. A phrase is found as whole words, so that `tbc` is not found
 * inside another word; `?` is found anywhere.
 */
export const SIGNAL_PHRASES: Readonly<Record<Signal, readonly string[]>> = {
  question: ['?', 'open question', 'we need to ask', 'query'],
  'to-be-confirmed': [
    'tbc',
    'tbd',
    'tba',
    'to be confirmed',
    'to be determined',
    'to be decided',
    'to be agreed',
    'to be identified',
    'to be established',
    'to be worked out',
    'to be found out',
    'awaiting confirmation',
    'not yet confirmed',
  ],
  'not-known': [
    'unknown',
    'not known',
    'not yet known',
    'not currently known',
    'do not know',
    "don't know",
    'unclear',
    'unsure',
    'no information',
    'no data',
  ],
}

/** Whole texts that fill a box and say nothing, in lower case without punctuation. */
export const PLACEHOLDERS: readonly string[] = [
  'yes',
  'no',
  'y',
  'n',
  'ok',
  'none',
  'nil',
  'na',
  'n a',
  'not applicable',
  'not yet',
  'as above',
  'see above',
  'see below',
  'ditto',
  'ongoing',
  'in progress',
  'in place',
  'done',
  'text',
  'xxx',
  'xxxx',
  'lorem ipsum',
]
