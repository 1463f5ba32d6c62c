import type { SubjectFacts } from './declaration.ts'

/** What is known of one published figure or statement, checked against the records. */
export const claimFacts = {
  publishedIn: { label: 'Published in', type: 'text', description: 'Where the claim was published.' },
  figuresChecked: {
    label: 'Figures that can be recomputed',
    type: 'number',
    unit: 'figure',
    description: 'Published figures that the records allow to recompute; not known when none can be.',
  },
  figuresDiffering: {
    label: 'Figures that differ from the records',
    type: 'number',
    unit: 'figure',
    description: 'Of the figures recomputed, those that come out otherwise.',
  },
  largestDifference: {
    label: 'Largest difference',
    type: 'number',
    unit: 'percentage point',
    description: 'The largest difference between a published and a recomputed percentage, to one decimal.',
  },
  differences: {
    label: 'Published and recomputed',
    type: 'list',
    description: 'Each figure that differs: what was published and what the records give.',
  },
  partsTotal: {
    label: 'What the published parts add up to',
    type: 'number',
    description: 'The sum of published figures that belong together, as the shares at each level.',
  },
  partsShouldBe: {
    label: 'What they should add up to',
    type: 'number',
    description:
      '100 for shares of a whole, otherwise the published total; not known when none was published.',
  },
  partsOffBy: {
    label: 'How far the parts are from their total',
    type: 'number',
    description: 'The difference between the two; 0 when rounding explains it.',
  },
  claimedLevel: {
    label: 'Level that most measures are said to stand at',
    type: 'number',
    description: 'For a statement that most measures are at one level: that level.',
  },
  percentAtClaimedLevel: {
    label: 'Share of answered measures at that level',
    type: 'number',
    unit: '%',
    description: 'Of the answered measures of the current round; one decimal, halves up.',
  },
  letterGiven: {
    label: 'Letter given',
    type: 'text',
    description: 'The letter of the option that was given.',
  },
  letterFromText: {
    label: 'Letter that the text fits',
    type: 'text',
    description: "The letter of the option that the answer's own text fits.",
  },
} as const satisfies SubjectFacts
