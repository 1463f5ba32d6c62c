import { onScopeDispose } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { NOT_SENT, SIGNED_OUT } from '../send-later/not-saved-words.ts'
import { shownPerson } from '../session/shown-person.ts'
import { savedWithout } from './typed-since.ts'

/** How a form says that it is saved, also once its page is gone and with it what would say so. */
export function useSaid<Saved>(onSaved: (saved: Saved) => void) {
  const announcement = useAnnouncement()
  const writer = shownPerson()
  let gone = false
  let before = announcement.current

  onScopeDispose(() => (gone = true))

  /** Something is sent; what is announced from now on may tell of it. */
  function begin(): void {
    before = announcement.current
  }

  /** `without` is what was typed and is not saved, where it can be read nowhere else. */
  function say(saved: Saved, without: unknown[] = []): void {
    onSaved(saved)
    if (shownPerson() !== writer) return
    if (without.length > 0) announcement.announce({ text: savedWithout(without), tone: 'problem' })
    else if (gone && announcement.current === before) announcement.announce({ text: 'Saved' })
  }

  /** It was left before its answer came, and is not saved: it is kept, and the next form of the record sends it again. */
  function sayUnsent(error: unknown): void {
    if (isProblem(error, 'not-signed-in')) announcement.announce({ text: SIGNED_OUT, tone: 'problem' })
    else if (shownPerson() === writer) announcement.announce({ text: NOT_SENT, tone: 'problem' })
  }

  return { begin, say, sayUnsent, isGone: () => gone }
}
