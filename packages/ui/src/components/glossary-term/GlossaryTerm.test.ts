import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import GlossaryTerm from './GlossaryTerm.vue'

function show() {
  const wrapper = mount(GlossaryTerm, {
    props: {
      term: 'foundation',
      explanation: 'Something every place needs before the ambitions can be met.',
    },
    attachTo: document.body,
  })
  const button = wrapper.get('button')
  const shown = () => wrapper.get('[role="tooltip"]').classes().includes('wp-term__words--shown')
  return { wrapper, button, shown }
}

describe('GlossaryTerm', () => {
  it('gives its words to a screen reader with the term', () => {
    const { wrapper, button } = show()
    expect(wrapper.get(`#${button.attributes('aria-describedby')}`).text()).toMatch(
      /^Something every place needs/,
    )
    expect(wrapper.find('[title]').exists()).toBe(false)
  })

  it('shows while pointed at', async () => {
    const { wrapper, shown } = show()
    expect(shown()).toBe(false)
    await wrapper.trigger('mouseenter')
    expect(shown()).toBe(true)
    await wrapper.trigger('mouseleave')
    expect(shown()).toBe(false)
  })

  it('shows while it has focus, and Escape puts it away', async () => {
    const { button, shown } = show()
    await button.trigger('focus')
    expect(shown()).toBe(true)
    await button.trigger('keydown', { key: 'Escape' })
    expect(shown()).toBe(false)
  })

  it('opens with a tap and closes with the next', async () => {
    const { button, shown } = show()
    await button.trigger('click')
    expect(shown()).toBe(true)
    await button.trigger('click')
    expect(shown()).toBe(false)
  })
})
