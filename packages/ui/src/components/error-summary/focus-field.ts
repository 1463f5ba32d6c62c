const FOCUSABLE = 'input, textarea, select, button, a[href], [tabindex]'

/** Scrolls the question of a field into view and puts the cursor in it. The id may be the field's or that of a group around it. */
export function focusField(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  const field = target.matches(FOCUSABLE) ? target : target.querySelector<HTMLElement>(FOCUSABLE)
  const question = target.closest('fieldset') ?? target.closest('.nhsuk-form-group') ?? target
  question.scrollIntoView()
  field?.focus({ preventScroll: true })
}
