import type { ChoiceOption } from './choice-option.ts'

/** The ids nhsuk-frontend gives to the inputs of a group: the prefix itself, then -2, -3; a divider takes a number too. */
export function numberOptions<Option extends ChoiceOption>(
  prefix: string,
  options: Option[],
): { option: Option; inputId: string; hintId: string; conditionalId: string }[] {
  let place = 0
  return options.map((option) => {
    place += option.divider ? 2 : 1
    const suffix = place === 1 ? '' : `-${place}`
    return {
      option,
      inputId: `${prefix}${suffix}`,
      hintId: `${prefix}${suffix}-item-hint`,
      conditionalId: `${prefix}-conditional${suffix}`,
    }
  })
}
