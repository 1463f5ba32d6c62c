/** What can be done about a row: a link, or a button when there is no `href`. `hiddenText` completes it for a screen reader. */
export interface SummaryAction {
  text: string
  hiddenText?: string
  href?: string
  id?: string
}

/** One fact of a summary list. */
export interface SummaryRow {
  key: string
  value?: string
  actions?: SummaryAction[]
}
