import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import NhsSelect from './NhsSelect.vue'

checkFixtures({
  component: 'select',
  wrapper: NhsSelect,
  names: [
    'default',
    'disabled',
    'disabled option',
    'with error message',
    'with error message and hint',
    'with error message, without heading',
    'with hint',
    'without heading',
    'with selected value',
  ],
  props: (options) => ({
    ...fieldPropsOf(options),
    options: options.items,
    modelValue:
      options.value ?? options.items?.find((item) => item.selected)?.value ?? options.items?.[0]?.value,
    disabled: options.disabled,
  }),
})

it('hands on what is chosen', async () => {
  const options = [
    { value: '', text: 'All owners' },
    { value: 'office', text: 'Programme office' },
  ]
  const wrapper = mount(NhsSelect, { props: { label: 'Owner', modelValue: '', options } })
  await wrapper.get('select').setValue('office')
  expect(wrapper.emitted('update:modelValue')).toEqual([['office']])
})
