import type { TaskSaved, TasksSaved } from '@workplan/domain'
import { useAddresses } from '../address/use-addresses.ts'
import { isProblem } from '../api/api-problem.ts'
import { failedInWords } from '../api/failed-in-words.ts'
import { newAttempt } from '../mutations/attempt.ts'
import { useUndoTasks } from '../mutations/undo-tasks.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { isPassing } from '../send-later/is-passing.ts'
import { effectInWords, touchedFlags } from './effect-in-words.ts'
import { useAnnouncement, type Announcement } from './use-announcement.ts'

/** Most flags or tasks a message names; the rest are on the tasks' pages. */
const NAMED = 4

/** Says what saving one task or several did, names the flags it touched and offers to take all of it back. */
export function useTaskSaved(): (saved: TaskSaved | TasksSaved) => void {
  const { announce } = useAnnouncement()
  const { programme } = useProgramme()
  const undoTasks = useUndoTasks()
  const to = useAddresses()

  return (saved) => {
    const items = 'items' in saved ? saved.items : [saved.item]
    announce({
      text: effectInWords(saved.flags, items.length === 1 ? 'Saved' : `Saved. ${items.length} tasks`),
      links: linksTo(saved.flags),
      undo: undoOf(items),
    })
  }

  function undoOf(items: TasksSaved['items']): () => Promise<void> {
    const tasks = items.map(({ task, version }) => ({ id: task.id, version }))
    const attempt = newAttempt()
    return async function undo() {
      try {
        const undone = await undoTasks.mutateAsync({ programme: programme.value, tasks, attempt })
        announce({ text: effectInWords(undone.flags, 'Undone'), links: linksTo(undone.flags) })
      } catch (error) {
        announce(refusal(error, items, undo))
      }
    }
  }

  /** Somebody who wrote on the task since must not lose it to an undo. */
  function refusal(error: unknown, items: TasksSaved['items'], again: () => Promise<void>): Announcement {
    if (isProblem(error, 'stale-version')) {
      const named = error.errors.flatMap(({ path }) => items[Number(path.split('.')[1])]?.task ?? [])
      return {
        text: `Not undone: ${items.length === 1 ? 'somebody else has' : 'others have'} worked on it since. Open it to see what it says now.`,
        tone: 'problem',
        links: named.slice(0, NAMED).map(({ id, title }) => ({ text: title, href: to.task(id) })),
      }
    }
    const text = failedInWords(error, 'Not undone')
    return isPassing(error) ? { text, tone: 'problem', undo: again } : { text, tone: 'problem' }
  }

  function linksTo(effect: TaskSaved['flags']) {
    return touchedFlags(effect)
      .slice(0, NAMED)
      .map(({ id, text }) => ({ text, href: to.flag(id) }))
  }
}
