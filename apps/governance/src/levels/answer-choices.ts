/** What the list of measures can be narrowed to. */
export const ANSWER_CHOICES: readonly { value: string; text: string }[] = [
  { value: '', text: 'All answers' },
  { value: 'unanswered', text: 'Unanswered' },
  { value: 'answered', text: 'Answered' },
  { value: '3-and-above', text: 'Level 3 and above' },
  ...[0, 1, 2, 3, 4, 5].map((level) => ({ value: String(level), text: `Level ${level}` })),
  { value: 'not-applicable', text: 'Not applicable' },
]
