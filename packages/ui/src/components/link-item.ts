/** A link with its words. */
export interface LinkItem {
  text: string
  href: string
}
