import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { choiceOptionsOf, conditionalSlotsOf } from '../../fixtures/choice-options-of.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import NhsRadios from './NhsRadios.vue'

checkFixtures({
  component: 'radios',
  wrapper: NhsRadios,
  names: [
    'default',
    'disabled input',
    'inline',
    'with conditional content',
    'with conditional content, error message',
    'with error message',
    'with error message and hint',
    'with error message, without heading',
    'with hint',
    'with hints on items',
    'with long text',
    'with pre-checked value',
    'without heading',
  ],
  props: (options) => ({
    ...fieldPropsOf(options),
    options: choiceOptionsOf(options),
    modelValue: options.value ?? options.items?.find((item) => item.checked)?.value ?? null,
    inline: options.inline,
    small: options.small,
  }),
  slots: conditionalSlotsOf,
})

describe('NhsRadios', () => {
  const props = {
    label: 'Decision',
    modelValue: null,
    options: [
      { value: 'assign', text: 'Assign' },
      { value: 'accept', text: 'Accept until a date', divider: 'or' },
    ],
  }

  it('has nothing chosen until something is', () => {
    const wrapper = mount(NhsRadios, { props })
    expect(wrapper.findAll<HTMLInputElement>('input').some(({ element }) => element.checked)).toBe(false)
  })

  it('hands on what is chosen and opens what belongs to it', async () => {
    const wrapper = mount(NhsRadios, { props, slots: { 'conditional-accept': 'Until when?' } })
    const conditional = wrapper.get('.nhsuk-radios__conditional')
    expect(conditional.classes()).toContain('nhsuk-radios__conditional--hidden')
    await wrapper.get('[value="accept"]').setValue()
    expect(wrapper.emitted('update:modelValue')).toEqual([['accept']])
    await wrapper.setProps({ modelValue: 'accept' })
    expect(conditional.classes()).not.toContain('nhsuk-radios__conditional--hidden')
  })

  it('keeps the radios of one question together by name', () => {
    const names = mount(NhsRadios, { props })
      .findAll('input')
      .map((input) => input.attributes('name'))
    expect(new Set(names).size).toBe(1)
  })
})
