import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ErrorState from './ErrorState.vue'

const props = {
  happened: 'The flags could not be read.',
  safe: 'Nothing you saved is lost.',
  code: 'unavailable',
}

it('says what happened, what is safe and which code to give', () => {
  const wrapper = mount(ErrorState, { props })
  expect(wrapper.attributes('role')).toBe('alert')
  for (const words of Object.values(props)) expect(wrapper.text()).toContain(words)
})

it('tries again when asked', async () => {
  const wrapper = mount(ErrorState, { props })
  await wrapper.get('button').trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
})

it('does not offer to try again what cannot be', () => {
  expect(
    mount(ErrorState, { props: { ...props, retryable: false } })
      .find('button')
      .exists(),
  ).toBe(false)
})
