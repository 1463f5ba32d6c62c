import type { FlagEffect } from '@workplan/domain'
import { effectInWords, touchedFlags } from '../announcement/effect-in-words.ts'
import { useAnnouncement } from '../announcement/use-announcement.ts'
import { useAddresses } from '../address/use-addresses.ts'
import { failedInWords } from '../api/failed-in-words.ts'

/** Most flags a message names. */
const NAMED = 4

/** Makes the change that undoes another; it fails when somebody else has changed the record since. */
type TakeBack = () => Promise<{ flags: FlagEffect }>

/** Says what saving a record did, names the flags it touched and offers to take it back. */
export function useRecordSaved() {
  const { announce } = useAnnouncement()
  const to = useAddresses()

  function linksTo(effect: FlagEffect) {
    return touchedFlags(effect)
      .slice(0, NAMED)
      .map(({ id, text }) => ({ text, href: to.flag(id) }))
  }

  async function undo(takeBack: TakeBack): Promise<void> {
    try {
      const undone = await takeBack()
      announce({ text: effectInWords(undone.flags, 'Undone'), links: linksTo(undone.flags) })
    } catch (error) {
      announce({ text: failedInWords(error, 'Not undone'), tone: 'problem' })
    }
  }

  return (flags: FlagEffect, what: string, takeBack: TakeBack | null): void =>
    announce({
      text: effectInWords(flags, what),
      links: linksTo(flags),
      ...(takeBack && { undo: () => undo(takeBack) }),
    })
}
