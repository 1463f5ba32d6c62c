import type { IsoDate, TaskView } from '@workplan/domain'
import { dueText } from '../words/task-dates.ts'
import { counted, statusWords } from '../words/words.ts'

/** A task in one or two lines, for an e-mail: what, how it stands, when, whose, what comes next. */
export function taskAsText(view: TaskView, asAt: IsoDate | null): string {
  const { task, ownerName, flags } = view
  const facts = [
    statusWords[task.status],
    dueText(task, asAt) ?? 'no due date',
    ownerName ?? task.ownerAsStated ?? 'nobody is named',
    ...(flags.length > 0 ? [counted(flags.length, 'flag')] : []),
  ]
  const next = task.nextStep === null ? '' : `\n  Next: ${task.nextStep}`
  return `- ${task.title} (${facts.join('; ')})${next}`
}
