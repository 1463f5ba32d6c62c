import type { FlagEffect } from '@workplan/domain'
import { effectInWords, failedInWords, touchedFlags, useAddresses, useAnnouncement } from '@workplan/shell'

/** Most flags that a message names. */
const NAMED = 4

/** Says what a change did to the flags, names them and offers to take it back. */
export function useMetricAnnouncement() {
  const { announce } = useAnnouncement()
  const to = useAddresses()

  function say(flags: FlagEffect, what: string, takeBack?: () => Promise<FlagEffect>): void {
    const links = touchedFlags(flags)
      .slice(0, NAMED)
      .map(({ id, text }) => ({ text, href: to.flag(id) }))
    announce({
      text: effectInWords(flags, what),
      links,
      ...(takeBack && { undo: () => undo(takeBack) }),
    })
  }

  async function undo(takeBack: () => Promise<FlagEffect>): Promise<void> {
    try {
      say(await takeBack(), 'Undone')
    } catch (error) {
      announce({ text: failedInWords(error, 'Not undone'), tone: 'problem' })
    }
  }

  return say
}
