import { useAnnouncement } from '../announcement/use-announcement.ts'
import { isProblem } from '../api/api-problem.ts'
import { shownPerson } from '../session/shown-person.ts'
import { hasLeft } from '../task-form/draft-store.ts'
import { isPassing } from './is-passing.ts'
import { SIGNED_OUT } from './not-saved-words.ts'
import { useSendLater } from './use-send-later.ts'

/**
 * As `useSendLater`, for what somebody typed: `keep` puts it by as unsent. `holds` keeps it after a failure that passes by
 * itself or the end of the session, and says whether it did; any other failure is for the form to explain.
 */
export function useKeptUntilSent(send: () => Promise<void>, keep: () => void) {
  const { announce } = useAnnouncement()
  const writer = shownPerson()
  const { waiting, wait, settle } = useSendLater(send)

  function holds(error: unknown): boolean {
    if (isPassing(error)) {
      keep()
      wait()
      return true
    }
    settle()
    if (!isProblem(error, 'not-signed-in')) return false
    keep()
    if (writer === null || !hasLeft(writer)) announce({ text: SIGNED_OUT, tone: 'problem' })
    return true
  }

  return { waiting, settle, holds }
}
