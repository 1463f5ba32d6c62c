import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsDetails from './NhsDetails.vue'

checkFixtures({
  component: 'details',
  wrapper: NhsDetails,
  names: [
    'default',
    'closed explicitly',
    'expander',
    'expander open',
    'expander with HTML',
    'open',
    'with HTML',
  ],
  props: ({ summary, classes, html, open }) => ({
    summary: textOf(summary),
    expander: (classes ?? html)?.includes('nhsuk-expander') ?? false,
    open,
  }),
  slots: ({ text, html }) => ({ default: text ?? html ?? '' }),
})

it('says when the reader opens it', async () => {
  const wrapper = mount(NhsDetails, { props: { summary: 'Reasons' } })
  const details = wrapper.element
  if (!(details instanceof HTMLDetailsElement)) throw new Error('not a details element')
  details.open = true
  await wrapper.trigger('toggle')
  expect(wrapper.emitted('update:open')).toEqual([[true]])
})
