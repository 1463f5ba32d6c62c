import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DemoBanner from './DemoBanner.vue'

it('says that this is a demonstration, and of what', () => {
  const wrapper = mount(DemoBanner, {
    props: { message: 'Example records, as on 13 March 2023.' },
    slots: { default: '<a href="/people">Change person</a>' },
  })
  expect(wrapper.attributes('aria-label')).toBe('Demonstration')
  expect(wrapper.text()).toContain('Example records, as on 13 March 2023.')
  expect(wrapper.get('a').text()).toBe('Change person')
})
