import { useAddresses } from '../address/use-addresses.ts'
import { problemInWords } from '../api/problem-in-words.ts'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { undoChange } from '../task-form/undo-change.ts'
import type { SavedTask } from '../task-form/use-task-form.ts'
import { effectInWords, touchedFlags } from './effect-in-words.ts'
import { useAnnouncement } from './use-announcement.ts'

/** Most flags a message names; the rest are on the task's page. */
const NAMED = 4

/** Says what saving a task did, names the flags it touched and offers to take it back. */
export function useTaskSaved(): (saved: SavedTask) => void {
  const { announce } = useAnnouncement()
  const { programme } = useProgramme()
  const update = useUpdateTask()
  const to = useAddresses()

  return ({ saved, change, before }) => {
    const undo = async () => {
      try {
        const undone = await update.mutateAsync({
          programme: programme.value,
          task: before.task.id,
          version: saved.item.version,
          change: undoChange(change, before.task),
        })
        announce({ text: effectInWords(undone.flags, 'Undone'), links: linksTo(undone.flags) })
      } catch (error) {
        announce({ text: `Not undone. ${problemInWords(error).happened}`, tone: 'problem' })
      }
    }
    announce({ text: effectInWords(saved.flags), links: linksTo(saved.flags), undo })
  }

  function linksTo(effect: SavedTask['saved']['flags']) {
    return touchedFlags(effect)
      .slice(0, NAMED)
      .map(({ id, text }) => ({ text, href: to.flag(id) }))
  }
}
