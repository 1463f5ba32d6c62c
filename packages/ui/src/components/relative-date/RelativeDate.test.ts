import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RelativeDate from './RelativeDate.vue'

it('says how late and when, with the date for machines', () => {
  const wrapper = mount(RelativeDate, {
    props: { text: '3 days late', date: '14 March 2023', iso: '2023-03-14', tone: 'late' },
  })
  expect(wrapper.text()).toBe('3 days late 14 March 2023')
  expect(wrapper.get('time').attributes('datetime')).toBe('2023-03-14')
  expect(wrapper.classes()).toContain('wp-date--late')
})

it('claims no exact date for a quarter', () => {
  const wrapper = mount(RelativeDate, {
    props: { text: 'Due in 2 months', date: 'Quarter 1 of 2023 to 2024' },
  })
  expect(wrapper.find('time').exists()).toBe(false)
  expect(wrapper.text()).toContain('Quarter 1 of 2023 to 2024')
})
