import type { CheckboxOption } from '../choices/choice-option.ts'

/** The ticked values, in the order of the options, after one of them is ticked or unticked. */
export function tick(options: CheckboxOption[], ticked: string[], value: string, on: boolean): string[] {
  const chosen = options.find((option) => option.value === value)
  const stays = (option: CheckboxOption): boolean => {
    if (option.value === value) return on
    if (!ticked.includes(option.value)) return false
    return !on || !(chosen?.exclusive || option.exclusive)
  }
  return options.filter(stays).map((option) => option.value)
}
