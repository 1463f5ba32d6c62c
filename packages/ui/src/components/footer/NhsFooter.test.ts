import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsFooter from './NhsFooter.vue'

checkFixtures({
  component: 'footer',
  wrapper: NhsFooter,
  names: ['default', 'with meta links', 'with copyright text only'],
  props: ({ meta }) => ({ links: meta?.items, text: '© NHS England' }),
})

it('puts extra content between the links and the last line', () => {
  const wrapper = mount(NhsFooter, { props: { text: 'Version 1.2.0' }, slots: { default: '<p>Help</p>' } })
  expect(wrapper.text()).toBe('HelpVersion 1.2.0')
})
