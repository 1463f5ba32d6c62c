import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsButton from './NhsButton.vue'

const looks = ['secondary', 'secondary, solid background', 'reverse', 'warning', 'login']

checkFixtures({
  component: 'button',
  wrapper: NhsButton,
  names: [
    'default',
    'default, small',
    'disabled',
    'disabled, small',
    'as a link',
    'as a link, small',
    ...looks.flatMap((look) => [
      look,
      `${look}, small`,
      `${look} disabled`,
      `${look} disabled, small`,
      `${look} as a link`,
      `${look} as a link, small`,
    ]),
  ],
  props: ({ variant, small, disabled, href }) => ({ variant, small, disabled, href, type: 'submit' }),
  slots: ({ text = '' }) => ({ default: text }),
})

it('is a plain button unless told to submit', () => {
  expect(mount(NhsButton).attributes('type')).toBe('button')
})

it('says that it was pressed', async () => {
  const wrapper = mount(NhsButton)
  await wrapper.trigger('click')
  expect(wrapper.emitted('click')).toHaveLength(1)
})

it('stays in reach while busy but does nothing', async () => {
  const wrapper = mount(NhsButton, { props: { busy: true, type: 'submit' } })
  const press = new MouseEvent('click', { cancelable: true })
  wrapper.element.dispatchEvent(press)
  expect(wrapper.emitted('click')).toBeUndefined()
  expect(press.defaultPrevented).toBe(true)
  expect(wrapper.attributes('disabled')).toBeUndefined()
  expect(wrapper.attributes('aria-disabled')).toBe('true')
})

it('follows a link with the space bar, as a button would', async () => {
  const wrapper = mount(NhsButton, { props: { href: '#somewhere' } })
  await wrapper.trigger('keydown', { key: ' ' })
  expect(wrapper.emitted('click')).toHaveLength(1)
})
