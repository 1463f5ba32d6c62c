/**
 * What the wording of a box can give away: that it asks, is to be confirmed or not known, that there is no plan, that the
 * work is still to come, that a service falls short of need, or that it rests on one person or provider.
 */
export type Signal =
  | 'question'
  | 'to-be-confirmed'
  | 'not-known'
  | 'no-plan'
  | 'still-to-come'
  | 'short-of-need'
  | 'single-cover'

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
    'to be explored',
    'to be defined',
    'awaiting confirmation',
    'for confirmation',
    'not yet confirmed',
    'not yet agreed',
    'please confirm',
    'confirm description',
    'confirm definition',
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
  'no-plan': [
    'no plan',
    'no plans',
    'no system plan',
    'nothing planned',
    'nobody has planned',
    'not planned',
    'not yet planned',
    'without a plan',
  ],
  'still-to-come': [
    'being written',
    'being drafted',
    'under development',
    'in development',
    'yet to be',
    'will be reviewed',
    'will review',
    'to be reviewed',
  ],
  'short-of-need': [
    'waiting list',
    'waiting lists',
    'long wait',
    'long waits',
    'not enough',
    'falls short',
    'fall short',
    'oversubscribed',
    'at capacity',
    'over capacity',
    'limited capacity',
    'limited resource',
    'limited resources',
    'few resources',
  ],
  'single-cover': [
    'one nurse',
    'one doctor',
    'one consultant',
    'one person',
    'one member of staff',
    'single nurse',
    'single doctor',
    'single-handed',
    'sole provider',
    'only provider',
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
