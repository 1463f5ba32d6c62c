import type { LinkItem } from '../link-item.ts'

/** One app or area in the header. `count` is shown beside the words; `count.text` says what it counts. */
export interface NavItem extends LinkItem {
  current?: boolean
  count?: { value: number; text: string }
}

/** The programme being looked at, with the moment it is shown for, in words. */
export interface HeaderProgramme {
  name: string
  asAt?: string
  href?: string
}
