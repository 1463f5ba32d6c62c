import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { followLinks } from './follow-links.ts'

afterEach(() => document.body.replaceChildren())

function clicked(
  html: string,
  event: MouseEventInit = {},
): { followed: string | undefined; prevented: boolean } {
  const router = createRouter({
    history: createMemoryHistory('/adult/'),
    routes: [{ path: '/:rest(.*)*', component: {} }],
  })
  const push = vi.spyOn(router, 'push').mockResolvedValue(undefined)
  onTestFinished(followLinks(document, router, '/adult/'))
  document.body.innerHTML = html
  let prevented = false
  const stay = (event: Event) => {
    prevented = event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener('click', stay, { once: true })
  document
    .querySelector('a')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...event }))
  return { followed: push.mock.calls[0]?.[0] as string | undefined, prevented }
}

it('hands links below the base of the app to the router', () => {
  const link = '<a href="/adult/bnssg/flags?severity=high#top"><b>High</b></a>'
  expect(clicked(link)).toEqual({ followed: '/bnssg/flags?severity=high#top', prevented: true })
})

it.each([
  ['another app', '<a href="/children/bnssg/">', {}],
  ['another site', '<a href="https://www.england.nhs.uk/adult/">', {}],
  ['a new window', '<a href="/adult/bnssg/" target="_blank">', {}],
  ['a download', '<a href="/adult/bnssg/" download>', {}],
  ['a click with a modifier key', '<a href="/adult/bnssg/">', { ctrlKey: true }],
  ['another mouse button', '<a href="/adult/bnssg/">', { button: 1 }],
])('leaves %s to the browser', (_what, link, event) => {
  expect(clicked(link, event)).toEqual({ followed: undefined, prevented: false })
})
