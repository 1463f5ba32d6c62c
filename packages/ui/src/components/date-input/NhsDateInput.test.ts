import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import type { FixtureOptions } from '../../fixtures/fixture.ts'
import NhsDateInput from './NhsDateInput.vue'

function isoOf({ values }: FixtureOptions): string | null {
  if (!values || Array.isArray(values)) return null
  return `${values.year}-${values.month.padStart(2, '0')}-${values.day.padStart(2, '0')}`
}

checkFixtures({
  component: 'date-input',
  wrapper: NhsDateInput,
  names: [
    'default',
    'disabled',
    'with error message',
    'with error message and hint',
    'with error message, without heading',
    'with values',
    'without heading',
  ],
  props: (options) => ({ ...fieldPropsOf(options), modelValue: isoOf(options), disabled: options.disabled }),
})

describe('NhsDateInput', () => {
  function show(modelValue: string | null) {
    const wrapper = mount(NhsDateInput, {
      props: {
        label: 'Due',
        id: 'due',
        modelValue,
        'onUpdate:modelValue': (iso: string | null) => wrapper.setProps({ modelValue: iso }),
      },
    })
    const typed = () => wrapper.findAll('input').map(({ element }) => element.value)
    return { wrapper, typed }
  }

  it('is null until a whole date is there, then that date', async () => {
    const { wrapper } = show(null)
    await wrapper.get('#due-day').setValue('14')
    await wrapper.get('#due-month').setValue('3')
    await wrapper.get('#due-year').setValue('2023')
    expect(wrapper.emitted('update:modelValue')).toEqual([['2023-03-14']])
    expect(wrapper.emitted('state')).toEqual([['incomplete'], ['incomplete'], ['valid']])
  })

  it('keeps what was typed when it is not a date', async () => {
    const { wrapper, typed } = show('2024-02-29')
    await wrapper.get('#due-year').setValue('2023')
    expect(wrapper.emitted('update:modelValue')).toEqual([[null]])
    expect(wrapper.emitted('state')).toEqual([['not-a-date']])
    expect(typed()).toEqual(['29', '2', '2023'])
  })

  it('follows a date set from outside', async () => {
    const { wrapper, typed } = show('2024-02-29')
    await wrapper.setProps({ modelValue: '2025-11-01' })
    expect(typed()).toEqual(['1', '11', '2025'])
    await wrapper.setProps({ modelValue: null })
    expect(typed()).toEqual(['', '', ''])
  })
})
