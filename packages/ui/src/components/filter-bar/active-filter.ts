/** A filter in force, in words: 'Owner: programme office'. */
export interface ActiveFilter {
  key: string
  text: string
}
