import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsTaskList from './NhsTaskList.vue'

checkFixtures({
  component: 'task-list',
  wrapper: NhsTaskList,
  names: ['default', 'with headings and hints as strings'],
  props: ({ items = [] }) => ({
    items: items.map(({ heading, href, hint, status }) => ({
      title: textOf(heading),
      href,
      hint: textOf(hint),
      status: { text: status?.tag?.text, colour: status?.tag?.colour || undefined },
    })),
  }),
})

it('lets a screen write the status itself', () => {
  const wrapper = mount(NhsTaskList, {
    props: { items: [{ title: 'Check figures', status: { text: 'To do' } }] },
    slots: { status: '<template #status="{ item }"><em>{{ item.status.text }} today</em></template>' },
  })
  expect(wrapper.get('em').text()).toBe('To do today')
})
