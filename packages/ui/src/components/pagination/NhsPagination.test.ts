import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsPagination from './NhsPagination.vue'

checkFixtures({
  component: 'pagination',
  wrapper: NhsPagination,
  names: [
    'default',
    'with only next',
    'with only previous',
    'numbered',
    'numbered first page',
    'numbered last page',
    'numbered with many pages',
  ],
  props: ({ items, previous, next }) =>
    items
      ? {
          page: items.find((item) => item.current)?.number,
          pageCount: items.at(-1)?.number,
          hrefFor: (page: number) => `#/section/${page}`,
        }
      : {
          previous: previous && { text: previous.label, href: previous.href },
          next: next && { text: next.label, href: next.href },
        },
})

it('turns pages with buttons where there are no addresses', async () => {
  const wrapper = mount(NhsPagination, { props: { page: 2, pageCount: 3 } })
  await wrapper.get('[aria-label="Page 3"]').trigger('click')
  await wrapper.get('[rel="prev"]').trigger('click')
  expect(wrapper.emitted('update:page')).toEqual([[3], [2]])
})
