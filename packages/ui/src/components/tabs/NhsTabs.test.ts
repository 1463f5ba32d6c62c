import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsTabs from './NhsTabs.vue'

checkFixtures({
  component: 'tabs',
  wrapper: NhsTabs,
  names: ['default', 'with id attribute on panels'],
  props: ({ items = [] }) => ({
    tabs: items.map((item, index) => ({ id: `tab-${index}`, label: item.label })),
    modelValue: 'tab-0',
  }),
  slots: ({ items = [] }) =>
    Object.fromEntries(items.map((item, index) => [`tab-${index}`, item.panel?.html ?? ''])),
  ignoreAttributes: [
    'role',
    'id',
    'href',
    'tabindex',
    'aria-controls',
    'aria-label',
    'aria-labelledby',
    'aria-selected',
  ],
})

describe('NhsTabs', () => {
  const tabs = [
    { id: 'list', label: 'List' },
    { id: 'board', label: 'Board' },
    { id: 'timeline', label: 'Timeline' },
  ]

  function show(modelValue = 'list') {
    const wrapper = mount(NhsTabs, {
      props: {
        tabs,
        modelValue,
        'onUpdate:modelValue': (id: string) => wrapper.setProps({ modelValue: id }),
      },
      slots: { list: 'The list', board: 'The board', timeline: 'The timeline' },
      attachTo: document.body,
    })
    return wrapper
  }

  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('ties each tab to its panel', () => {
    const wrapper = show()
    for (const tab of wrapper.findAll('[role="tab"]')) {
      const panel = wrapper.get(`#${tab.attributes('aria-controls')}`)
      expect(panel.attributes('aria-labelledby')).toBe(tab.attributes('id'))
    }
  })

  it('opens a tab without touching the address', async () => {
    const wrapper = show()
    const before = window.location.href
    await wrapper.findAll('[role="tab"]')[1]?.trigger('click')
    expect(wrapper.emitted('update:modelValue')).toEqual([['board']])
    expect(window.location.href).toBe(before)
    expect(wrapper.get('[aria-selected="true"]').text()).toBe('Board')
  })

  it.each([
    ['ArrowRight', 'list', 'Board'],
    ['ArrowRight', 'timeline', 'List'],
    ['ArrowLeft', 'list', 'Timeline'],
    ['Home', 'timeline', 'List'],
    ['End', 'list', 'Timeline'],
  ])('%s from %s goes to %s, which alone is in the tab order', async (key, from, to) => {
    const wrapper = show(from)
    await wrapper.get('[tabindex="0"]').trigger('keydown', { key })
    await new Promise((resolve) => setTimeout(resolve))
    expect(document.activeElement?.textContent).toBe(to)
    expect(wrapper.findAll('[tabindex="0"]').map((tab) => tab.text())).toEqual([to])
  })
})
