import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Announcement {
  text: string
  tone?: 'success' | 'information' | 'problem'
  links?: { text: string; href: string }[]
  /** Takes back what was announced. */
  undo?: () => Promise<void>
}

/**
 * The one polite message of the page: what a change did, with links and a way back. A new one takes the place of the old.
 * It goes along to the next page, because a change may lead there, and no further.
 */
export const useAnnouncement = defineStore('announcement', () => {
  const current = shallowRef<Announcement | null>(null)
  let pages = 0

  function announce(announcement: Announcement): void {
    current.value = announcement
    pages = 0
  }

  function dismiss(): void {
    current.value = null
  }

  /** The reader went to another page. */
  function turnPage(): void {
    pages += 1
    if (pages > 1) dismiss()
  }

  return { current, announce, dismiss, turnPage }
})
