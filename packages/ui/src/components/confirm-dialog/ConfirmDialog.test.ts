import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ConfirmDialog from './ConfirmDialog.vue'

describe('ConfirmDialog', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  async function show() {
    const wrapper = mount(ConfirmDialog, {
      props: {
        open: false,
        title: 'Issue this report?',
        confirmText: 'Issue',
        'onUpdate:open': (open: boolean) => wrapper.setProps({ open }),
      },
      slots: { default: 'It cannot be changed afterwards.' },
      attachTo: document.body,
    })
    await wrapper.setProps({ open: true })
    await flushPromises()
    return wrapper
  }

  it('opens as a modal dialog with its title as its name and focus', async () => {
    const wrapper = await show()
    expect(wrapper.attributes('open')).toBeDefined()
    const title = wrapper.get(`#${wrapper.attributes('aria-labelledby')}`)
    expect(title.text()).toBe('Issue this report?')
    expect(document.activeElement).toBe(title.element)
  })

  it('opens at once when it is mounted open', async () => {
    const wrapper = mount(ConfirmDialog, { props: { open: true, title: 'Sure?' }, attachTo: document.body })
    await flushPromises()
    expect(wrapper.attributes('open')).toBeDefined()
  })

  it('waits for the screen to close it after yes', async () => {
    const wrapper = await show()
    await wrapper.findAll('button')[0]?.trigger('click')
    expect(wrapper.emitted('confirm')).toHaveLength(1)
    expect(wrapper.attributes('open')).toBeDefined()
  })

  it.each([
    [
      'button' as const,
      async (wrapper: Awaited<ReturnType<typeof show>>) => wrapper.findAll('button')[1]?.trigger('click'),
    ],
    ['escape' as const, async (wrapper: Awaited<ReturnType<typeof show>>) => wrapper.trigger('cancel')],
  ])('closes without a yes by %s', async (way, leave) => {
    const wrapper = await show()
    await leave(wrapper)
    await flushPromises()
    expect(wrapper.emitted('cancel')).toEqual([[way]])
    expect(wrapper.emitted('confirm')).toBeUndefined()
    expect(wrapper.attributes('open')).toBeUndefined()
    expect(wrapper.text()).toBe('')
  })
})
