import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import FilterBar from './FilterBar.vue'

const active = [
  { key: 'owner', text: 'Owner: programme office' },
  { key: 'late', text: 'Late only' },
]

describe('FilterBar', () => {
  it('lists the filters in force and takes one away, or all', async () => {
    const wrapper = mount(FilterBar, { props: { active } })
    const buttons = wrapper.findAll('.wp-filters__active button')
    expect(buttons.map((button) => button.text())).toEqual([
      'Remove filter: Owner: programme office×',
      'Remove filter: Late only×',
      'Clear all filters',
    ])
    await buttons[1]?.trigger('click')
    expect(wrapper.emitted('remove')).toEqual([['late']])
    await buttons[2]?.trigger('click')
    expect(wrapper.emitted('clear')).toHaveLength(1)
  })

  it('offers nothing to clear when no filter is in force', () => {
    expect(mount(FilterBar).find('.wp-filters__active').exists()).toBe(false)
  })

  it('opens its fields on a phone and says how many filters are in force', async () => {
    const wrapper = mount(FilterBar, { props: { active }, slots: { default: 'Fields' } })
    const toggle = wrapper.get('[aria-expanded]')
    expect(toggle.text()).toBe('Filters (2)')
    await toggle.trigger('click')
    expect(toggle.attributes('aria-expanded')).toBe('true')
    expect(wrapper.get(`#${toggle.attributes('aria-controls')}`).text()).toBe('Fields')
  })
})
