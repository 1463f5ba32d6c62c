/** One radio or checkbox. `divider` is a word shown above it ('or'). */
export interface ChoiceOption {
  value: string
  text: string
  hint?: string
  disabled?: boolean
  divider?: string
}

/** A checkbox; ticking an exclusive one unticks the rest ('None of these'). */
export interface CheckboxOption extends ChoiceOption {
  exclusive?: boolean
}
