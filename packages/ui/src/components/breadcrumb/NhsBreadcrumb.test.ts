import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsBreadcrumb from './NhsBreadcrumb.vue'

checkFixtures({
  component: 'breadcrumb',
  wrapper: NhsBreadcrumb,
  names: ['default'],
  props: ({ items }) => ({ items }),
})

it('goes back to the nearest parent on a phone', () => {
  const items = [
    { text: 'Governance', href: '/governance/' },
    { text: 'Flags', href: '/governance/flags' },
  ]
  const back = mount(NhsBreadcrumb, { props: { items } }).get('.nhsuk-back-link')
  expect(back.text()).toBe('Back to Flags')
  expect(back.attributes('href')).toBe('/governance/flags')
})
