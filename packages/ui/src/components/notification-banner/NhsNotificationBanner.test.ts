import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsNotificationBanner from './NhsNotificationBanner.vue'

checkFixtures({
  component: 'notification-banner',
  wrapper: NhsNotificationBanner,
  names: [
    'default',
    'with custom title',
    'with custom title as string',
    'with long heading',
    'with success variant',
    'with HTML',
    'success with HTML',
  ],
  props: ({ title, text, variant }) => ({ title: textOf(title), text, success: variant === 'success' }),
  slots: ({ heading, html }) => ({
    default: heading ? `<h3 class="nhsuk-notification-banner__heading">${textOf(heading)}</h3>${html}` : '',
  }),
  ignoreAttributes: ['tabindex'],
})

it('takes focus when it brings good news, and only then', () => {
  const notice = mount(NhsNotificationBanner, { attachTo: document.body })
  expect(document.activeElement).not.toBe(notice.element)
  const success = mount(NhsNotificationBanner, { props: { success: true }, attachTo: document.body })
  expect(document.activeElement).toBe(success.element)
  success.unmount()
  notice.unmount()
})
