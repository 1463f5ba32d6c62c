import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import StatusMessage from './StatusMessage.vue'

it('waits in the page without words, so that a new message is read out', async () => {
  const wrapper = mount(StatusMessage, {
    props: { message: null },
    slots: { actions: '<button type="button">Undo</button>' },
  })
  const region = wrapper.get('[role="status"]')
  expect(region.text()).toBe('')
  expect(wrapper.find('button').exists()).toBe(false)
  await wrapper.setProps({ message: 'Saved. 2 flags cleared, 1 raised' })
  expect(wrapper.get('[role="status"]').element).toBe(region.element)
  expect(region.text()).toBe('Saved. 2 flags cleared, 1 raised')
  expect(wrapper.findAll('button').map((button) => button.text())).toEqual(['Undo', 'Close message'])
})

it('is closed by the reader', async () => {
  const wrapper = mount(StatusMessage, { props: { message: 'Saved.' } })
  await wrapper.get('button').trigger('click')
  expect(wrapper.emitted('dismiss')).toHaveLength(1)
})
