import type { TaskView } from '@workplan/domain'

/** True when a task has all the words somewhere in its title, notes, owner, workstream or requirement numbers. */
export function matchesWords(view: TaskView, words: string | undefined): boolean {
  if (!words) return true
  const { task, ownerName, workstreamName, serves } = view
  const text = [
    task.title,
    task.progress,
    task.nextStep,
    ownerName ?? task.ownerAsStated,
    workstreamName,
    ...serves.map(({ number, title }) => `${number ?? ''} ${title}`),
  ]
    .join(' ')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
