import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { choiceOptionsOf, conditionalSlotsOf } from '../../fixtures/choice-options-of.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import NhsCheckboxes from './NhsCheckboxes.vue'

checkFixtures({
  component: 'checkboxes',
  wrapper: NhsCheckboxes,
  names: [
    'default',
    'disabled input',
    'inline',
    'with conditional content',
    'with error message',
    'with error message and hint',
    'with hint',
    'with hints on items',
    'with "none" option',
    'with "none" option, conditional content',
    'with pre-checked values',
    'without heading',
  ],
  props: (options) => ({
    ...fieldPropsOf(options),
    options: choiceOptionsOf(options),
    modelValue: Array.isArray(options.values)
      ? options.values
      : (options.items ?? []).filter((item) => item.checked).map((item) => item.value),
    inline: options.inline,
    small: options.small,
  }),
  slots: conditionalSlotsOf,
})

it('hands on all that is ticked', async () => {
  const options = [
    { value: 'adult', text: 'Adults' },
    { value: 'children', text: 'Children' },
  ]
  const wrapper = mount(NhsCheckboxes, { props: { label: 'Audience', modelValue: ['children'], options } })
  await wrapper.get('[value="adult"]').setValue(true)
  await wrapper.get('[value="children"]').setValue(false)
  expect(wrapper.emitted('update:modelValue')).toEqual([[['adult', 'children']], [['adult']]])
})
