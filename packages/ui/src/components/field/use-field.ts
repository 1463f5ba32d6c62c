import { computed, useId, type ComputedRef } from 'vue'
import type { FieldProps } from './field-props.ts'

/** Ids of a field and its parts, made by Vue where none are given, and the description that ties them together. */
export interface FieldIds {
  id: ComputedRef<string>
  name: ComputedRef<string>
  hintId: ComputedRef<string>
  errorId: ComputedRef<string>
  describedBy: ComputedRef<string | undefined>
}

export function useField(props: FieldProps): FieldIds {
  const generated = useId()
  const id = computed(() => props.id ?? generated)
  const hintId = computed(() => `${id.value}-hint`)
  const errorId = computed(() => `${id.value}-error`)
  return {
    id,
    name: computed(() => props.name ?? id.value),
    hintId,
    errorId,
    describedBy: computed(
      () => [props.hint && hintId.value, props.error && errorId.value].filter(Boolean).join(' ') || undefined,
    ),
  }
}
