/** A tab; its id also names the slot with its panel. */
export interface TabItem {
  id: string
  label: string
}
