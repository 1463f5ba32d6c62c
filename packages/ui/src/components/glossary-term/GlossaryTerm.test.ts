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
    await wrapper.trigger('pointerenter', { pointerType: 'mouse' })
    expect(shown()).toBe(true)
    await wrapper.trigger('pointerleave')
    expect(shown()).toBe(false)
  })

  it('goes away with Escape while pointed at, wherever the focus is', async () => {
    const { wrapper, shown } = show()
    await wrapper.trigger('pointerenter', { pointerType: 'mouse' })
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await wrapper.vm.$nextTick()
    expect(shown()).toBe(false)
  })

  it('shows while it has focus, and Escape puts it away', async () => {
    const { button, shown } = show()
    await button.trigger('focus')
    expect(shown()).toBe(true)
    await button.trigger('keydown', { key: 'Escape' })
    expect(shown()).toBe(false)
  })

  it('opens with a tap and closes with the next, although the tap also gives it focus', async () => {
    const { wrapper, button, shown } = show()
    const tap = async () => {
      await wrapper.trigger('pointerenter', { pointerType: 'touch' })
      await button.trigger('pointerdown', { pointerType: 'touch' })
      button.element.focus()
      await button.trigger('click', { detail: 1 })
    }
    await tap()
    expect(shown()).toBe(true)
    await tap()
    expect(shown()).toBe(false)
  })

  it('stays while a mouse that points at it clicks', async () => {
    const { wrapper, button, shown } = show()
    await wrapper.trigger('pointerenter', { pointerType: 'mouse' })
    await button.trigger('pointerdown', { pointerType: 'mouse' })
    await button.trigger('click', { detail: 1 })
    expect(shown()).toBe(true)
  })

  it('opens and closes with Enter', async () => {
    const { button, shown } = show()
    button.element.focus()
    await button.trigger('click', { detail: 0 })
    expect(shown()).toBe(false)
    await button.trigger('click', { detail: 0 })
    expect(shown()).toBe(true)
  })
})
