import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Announcement {
  text: string
  tone?: 'success' | 'information' | 'problem'
  links?: { text: string; href: string }[]
  /** Takes back what was announced. */
  undo?: () => Promise<void>
}

/** The one polite message of the page: what a change did, with links and a way back. A new one takes the place of the old. */
export const useAnnouncement = defineStore('announcement', () => {
  const current = shallowRef<Announcement | null>(null)

  function announce(announcement: Announcement): void {
    current.value = announcement
  }

  function dismiss(): void {
    current.value = null
  }

  return { current, announce, dismiss }
})
