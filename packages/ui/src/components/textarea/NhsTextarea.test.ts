import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { fieldPropsOf } from '../../fixtures/field-props-of.ts'
import NhsTextarea from './NhsTextarea.vue'

checkFixtures({
  component: 'textarea',
  wrapper: NhsTextarea,
  names: [
    'default',
    'disabled',
    'with autocomplete attribute',
    'with error message',
    'with error message and hint',
    'with error message and hint, without heading',
    'with error message, without heading',
    'with hint',
    'without heading',
  ],
  props: (options) => ({
    ...fieldPropsOf(options),
    modelValue: options.value ?? '',
    disabled: options.disabled,
    autocomplete: options.autocomplete,
  }),
})

describe('NhsTextarea', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function show(modelValue: string) {
    return mount(NhsTextarea, { props: { label: 'Reason', modelValue, maxLength: 10 } })
  }

  it('hands on what is typed', async () => {
    const wrapper = show('')
    await wrapper.get('textarea').setValue('Late')
    expect(wrapper.emitted('update:modelValue')).toEqual([['Late']])
  })

  it('describes the limit before anything is typed', () => {
    const wrapper = show('')
    const [limit] = wrapper.get('textarea').attributes('aria-describedby')?.split(' ') ?? []
    expect(wrapper.get(`#${limit}`).text()).toBe('You can enter up to 10 characters')
  })

  it('counts down, and past the limit says what must go', async () => {
    const wrapper = show('123456789')
    expect(wrapper.get('[aria-hidden="true"]').text()).toBe('You have 1 character remaining')
    await wrapper.setProps({ modelValue: '123456789012' })
    expect(wrapper.get('.nhsuk-error-message').text()).toBe('You have 2 characters too many')
    expect(wrapper.get('textarea').classes()).toContain('nhsuk-textarea--error')
  })

  it('reads the count out once typing pauses', async () => {
    const wrapper = show('')
    await wrapper.setProps({ modelValue: '1' })
    await wrapper.setProps({ modelValue: '12' })
    expect(wrapper.get('[aria-live]').text()).toBe('')
    await vi.advanceTimersByTimeAsync(1000)
    expect(wrapper.get('[aria-live]').text()).toBe('You have 8 characters remaining')
  })
})
