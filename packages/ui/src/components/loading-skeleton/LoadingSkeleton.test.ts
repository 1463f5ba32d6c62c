import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import LoadingSkeleton from './LoadingSkeleton.vue'

it('says what is loading and keeps its grey lines to the eye', () => {
  const wrapper = mount(LoadingSkeleton, { props: { label: 'Loading flags', lines: 3 } })
  expect(wrapper.attributes('role')).toBe('status')
  expect(wrapper.text()).toBe('Loading flags')
  expect(wrapper.findAll('[aria-hidden="true"]')).toHaveLength(3)
})
