import type { RequirementView } from '@workplan/domain'

/** How a measure was answered. Unanswered, not applicable, not asked and level 0 stay four different things. */
export function answerInWords(answer: RequirementView['answer']): string {
  if (!answer) return 'Not in the current round'
  if (answer.level !== null) return `Level ${answer.level}`
  if (answer.state === 'not-applicable') return 'Not applicable'
  if (answer.state === 'not-scored') return 'Heading, not scored'
  return 'Not answered'
}
