import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineAsyncComponent } from 'vue'
import { exampleService, openApp, problem, session } from '../../testing/index.ts'
import { workstreamApp } from './create-workstream-app.ts'

const TECHNICAL = 'Failed to fetch dynamically imported module: https://workplan.example/assets/Part-1.js'
const reported = vi.fn<(error: unknown) => void>()
let arrives = false

function arriving(template: string): Promise<{ template: string }> {
  return arrives ? Promise.resolve({ template }) : Promise.reject(new TypeError(TECHNICAL))
}

const app = workstreamApp({
  app: 'adult',
  title: 'Adult services',
  sections: [],
  routes: [
    {
      path: 'writing',
      name: 'writing',
      component: {
        components: { Help: defineAsyncComponent(() => arriving('<p>This is the help</p>')) },
        data: () => ({ open: false }),
        template: `<label for="note">Note</label><input id="note"><button @click="open = !open">Help</button>
          <Help v-if="open" />`,
      },
      meta: { title: 'Writing' },
    },
    { path: 'far', name: 'far', component: () => arriving('<p>Far away</p>'), meta: { title: 'Far' } },
    {
      path: 'broken',
      name: 'broken',
      component: {
        setup: () => {
          throw new Error('undefined is not a function')
        },
      },
      meta: { title: 'Broken' },
    },
  ],
})

beforeEach(() => {
  arrives = false
  exampleService({ session: session() })
  vi.stubGlobal('reportError', reported)
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('code that does not arrive', () => {
  it('of a part leaves the page with what is typed, and says so in plain words', async () => {
    const page = await openApp(app, '/bnssg/writing')
    await page.fill('Note', 'Half a sentence')
    await page.press('Help')
    await page.shows('Part of this page could not be loaded.')
    expect(page.text()).not.toContain(TECHNICAL)
    expect(page.field('Note').value).toBe('Half a sentence')
  })

  it('of a part is asked for again when the reader tries again', async () => {
    const page = await openApp(app, '/bnssg/writing')
    await page.press('Help')
    await page.shows('Part of this page could not be loaded.')
    arrives = true
    await page.press('Help')
    await page.press('Help')
    await page.shows('This is the help')
  })

  it('of a page says so, and trying again opens that page afresh', async () => {
    const opened = vi.spyOn(window.location, 'assign').mockReturnValue(undefined)
    const page = await openApp(app, '/bnssg/writing')
    await page.shows('Note')
    await page.router.push('/bnssg/far').catch(() => undefined)
    await page.shows('This page could not be loaded')
    expect(page.text()).toContain('there may be a new version of Workplan')
    expect(page.text()).not.toContain(TECHNICAL)
    await page.press('Try again')
    expect(opened).toHaveBeenCalledWith('/adult/bnssg/far')
  })
})

describe('a page that breaks', () => {
  it('says nothing technical, and keeps what broke for whoever looks into it', async () => {
    const page = await openApp(app, '/bnssg/broken')
    await page.shows('This page could not be shown.')
    expect(page.text()).not.toContain('undefined is not a function')
    expect(page.offers('Try again')).toBe(true)
    expect(reported).toHaveBeenCalledWith(expect.objectContaining({ message: 'undefined is not a function' }))
  })

  it('still gives the code of what the service refused', async () => {
    const service = exampleService({ session: session() })
    service.on('GET /api/session', problem(500, 'internal', 'It broke'))
    const page = await openApp(app, '/bnssg/writing')
    await page.shows('give this code: internal')
  })
})
