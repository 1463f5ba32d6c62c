import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsCard from './NhsCard.vue'

checkFixtures({
  component: 'card',
  wrapper: NhsCard,
  names: [
    'basic with heading link',
    'basic with summary list',
    'clickable',
    'feature',
    'secondary',
    'secondary with heading link',
    'secondary with summary list',
  ],
  props: ({ heading, href, clickable, variant, description }) => ({
    heading: textOf(heading),
    headingLevel: typeof heading === 'object' ? heading.level : undefined,
    headingSize: typeof heading === 'object' ? heading.size : undefined,
    href,
    clickable,
    variant,
    description: textOf(description),
  }),
  slots: (_options, callBlock = '') => ({ default: callBlock }),
})

it('keeps what can be done with it at its foot', () => {
  const wrapper = mount(NhsCard, { props: { heading: 'Flag' }, slots: { default: 'Why', actions: 'Assign' } })
  expect(wrapper.text()).toBe('FlagWhyAssign')
})
