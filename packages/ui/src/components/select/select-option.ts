/** One choice of a select. */
export interface SelectOption {
  value: string
  text: string
  disabled?: boolean
}
