import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsInput from './NhsInput.vue'

checkFixtures({
  component: 'input',
  wrapper: NhsInput,
  names: [
    'default',
    'disabled',
    'example address line 1',
    'example address postcode',
    'example address town or city',
    'example email address',
    'example phone number',
    'example phone number with error message',
    'width',
    'with autocomplete attribute',
    'with error message',
    'with error message and hint as strings',
    'with error message, without heading',
    'without heading',
    'with prefix',
    'with prefix and suffix',
    'with prefix and suffix and error message',
    'with suffix',
  ],
  props: (options) => ({
    ...fieldPropsOf(options),
    modelValue: options.value ?? '',
    type: options.type,
    width: options.width,
    prefix: textOf(options.prefix),
    suffix: textOf(options.suffix),
    disabled: options.disabled,
    class: [options.classes, options.code && 'nhsuk-input--code'],
    autocomplete: options.autocomplete,
    inputmode: options.inputmode,
    spellcheck: options.spellcheck,
  }),
})

describe('NhsInput', () => {
  it('hands on what is typed', async () => {
    const wrapper = mount(NhsInput, { props: { label: 'Owner', modelValue: 'Office' } })
    await wrapper.get('input').setValue('Board')
    expect(wrapper.emitted('update:modelValue')).toEqual([['Board']])
  })

  it('makes ids of its own, different for each field on a page', () => {
    const page = mount({
      components: { NhsInput },
      template:
        '<div><NhsInput label="One" hint="First" model-value="" /><NhsInput label="Two" model-value="" /></div>',
    })
    const [one, two] = page.findAll('input')
    expect(one?.attributes('id')).not.toBe(two?.attributes('id'))
    expect(page.get(`label[for="${one?.attributes('id')}"]`).text()).toBe('One')
    expect(page.get(`#${one?.attributes('aria-describedby')}`).text()).toBe('First')
    expect(two?.attributes('aria-describedby')).toBeUndefined()
  })

  it('can hide its label from sight alone', () => {
    const label = mount(NhsInput, { props: { label: 'Search', labelHidden: true, modelValue: '' } }).get(
      'label',
    )
    expect(label.classes()).toContain('nhsuk-u-visually-hidden')
  })
})
