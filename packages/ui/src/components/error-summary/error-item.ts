/** One thing to put right; `target` is the id of the field it is about. */
export interface ErrorItem {
  text: string
  target?: string
}
