import { isProblem, failedInWords, useAnnouncement } from '@workplan/shell'

/** Makes changes of a person and says how each went; `onStale` where somebody else changed them first. */
export function useTellAbout(person: () => { name: string }, onStale: () => void) {
  const { announce } = useAnnouncement()
  /** Answers whether the change was made. */
  return async (done: string, change: () => Promise<unknown>): Promise<boolean> => {
    try {
      await change()
      announce({ text: done, tone: 'success' })
      return true
    } catch (error) {
      const stale = isProblem(error, 'stale-version')
      const first = `Somebody else changed ${person().name} first. You see what holds now; yours was not saved.`
      announce({ text: stale ? first : failedInWords(error), tone: 'problem' })
      if (stale) onStale()
      return false
    }
  }
}
