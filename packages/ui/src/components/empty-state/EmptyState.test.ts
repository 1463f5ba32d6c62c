import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import EmptyState from './EmptyState.vue'

it('says what is missing, what that means and what to do', () => {
  const wrapper = mount(EmptyState, {
    props: { title: 'No readings yet', meaning: 'Nobody has entered a figure.', headingLevel: 3 },
    slots: { default: '<a href="/metrics">Add a reading</a>' },
  })
  expect(wrapper.get('h3').text()).toBe('No readings yet')
  expect(wrapper.get('p').text()).toBe('Nobody has entered a figure.')
  expect(wrapper.get('a').text()).toBe('Add a reading')
})
