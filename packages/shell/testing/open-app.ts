import { onTestFinished, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { WorkplanAppDefinition } from '../src/app/app-definition.ts'
import { createWorkplanApp } from '../src/app/create-workplan-app.ts'

const PATIENCE_MS = 10_000

/** An app on a page of its own, looked at and used as its reader does. */
export interface OpenedApp {
  root: HTMLElement
  router: ReturnType<typeof createWorkplanApp>['router']
  /** Waits until the page says this; fails when it never does. */
  shows(words: string | RegExp): Promise<void>
  /** All the page says, with single spaces. */
  text(): string
  /** The link or button with this name; fails when there is none. */
  control(name: string | RegExp): HTMLElement
  /** Whether there is a link or button with this name. */
  offers(name: string | RegExp): boolean
  /** The field with this label; fails when there is none. */
  field(label: string | RegExp): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  /** Puts a value into the field with this label, once it is there. */
  fill(label: string | RegExp, value: string): Promise<void>
  /** Clicks the link, button or choice with this name, once it is there. */
  press(name: string | RegExp): Promise<void>
  /** Closes the page, as a reader does before the test ends. */
  close(): void
}

/** Opens an app at an address below its base, as in `/bnssg/flags?severity=high`. It is closed when the test ends. */
export async function openApp(definition: WorkplanAppDefinition, address: string): Promise<OpenedApp> {
  const { app, router, mount } = createWorkplanApp(definition, {
    history: createMemoryHistory(`/${definition.app}/`),
  })
  const root = document.createElement('div')
  document.body.append(root)
  await router.push(address)
  mount(root)
  let open = true
  onTestFinished(() => {
    close()
    sessionStorage.clear()
  })

  const all = <Kind extends HTMLElement>(selector: string) => [...root.querySelectorAll<Kind>(selector)]
  const text = () => spaced(root.textContent)
  const controls = () => all('a[href], button, summary')
  const choices = () => all<HTMLLabelElement>('.nhsuk-radios label, .nhsuk-checkboxes label')

  function field(label: string | RegExp) {
    const named = all<HTMLLabelElement>('label').find((candidate) =>
      matches(spaced(candidate.textContent), label),
    )
    const found = named?.control ?? (named && root.querySelector(`#${CSS.escape(named.htmlFor)}`))
    if (!found) throw new Error(`There is no field ${label}. The page says: ${text()}`)
    return found as ReturnType<OpenedApp['field']>
  }

  function control(name: string | RegExp): HTMLElement {
    const found = [...controls(), ...choices()].find((candidate) => matches(nameOf(candidate), name))
    if (!found) throw new Error(`There is no link or button ${name}. The page says: ${text()}`)
    return found
  }

  const patiently = <Found>(find: () => Found) => vi.waitFor(find, { timeout: PATIENCE_MS })
  const calm = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

  return {
    root,
    router,
    text,
    field,
    control,
    shows: (words) =>
      patiently(() => {
        if (!matches(text(), words)) throw new Error(`The page does not say ${words}. It says: ${text()}`)
      }),
    offers: (name) => controls().some((candidate) => matches(nameOf(candidate), name)),
    async fill(label, value) {
      const target = await patiently(() => field(label))
      target.value = value
      target.dispatchEvent(new Event('input', { bubbles: true }))
      target.dispatchEvent(new Event('change', { bubbles: true }))
      await calm()
    },
    async press(name) {
      const target = await patiently(() => control(name))
      target.click()
      await calm()
    },
    close,
  }

  function close(): void {
    if (!open) return
    open = false
    app.unmount()
    root.remove()
  }
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? spaced(element.textContent)
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}

function spaced(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim()
}
