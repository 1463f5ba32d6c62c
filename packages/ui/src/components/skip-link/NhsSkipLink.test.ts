import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsSkipLink from './NhsSkipLink.vue'

checkFixtures({ component: 'skip-link', wrapper: NhsSkipLink, names: ['default'] })

it('moves focus to the content and leaves the address alone', async () => {
  const wrapper = mount(
    {
      components: { NhsSkipLink },
      template: '<div><NhsSkipLink target="content" /><main id="content" /></div>',
    },
    { attachTo: document.body },
  )
  const before = window.location.href
  await wrapper.get('a').trigger('click')
  expect(document.activeElement?.id).toBe('content')
  expect(window.location.href).toBe(before)
  wrapper.unmount()
})
