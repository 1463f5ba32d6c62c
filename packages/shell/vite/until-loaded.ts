import type { Plugin } from 'vite'

const PLACE = '<div id="app"></div>'

/** Hidden for the first seconds by the shared stylesheet; the app takes its place. */
const WORDS = `<div id="app">
      <main class="nhsuk-width-container nhsuk-main-wrapper wp-until-loaded">
        <h1 class="nhsuk-heading-l">Workplan is loading</h1>
        <p>
          If nothing else comes, your connection may be down, or Workplan is being renewed. Load this page again in a minute. What
          you typed before is kept in this browser.
        </p>
        <noscript><p>Workplan needs JavaScript. Switch it on in your browser, then load this page again.</p></noscript>
      </main>
    </div>`

/** Puts words into the page for as long as the app has not come, which may be for good. */
export function untilLoaded(): Plugin {
  return {
    name: 'workplan-until-loaded',
    transformIndexHtml: (html) => {
      if (!html.includes(PLACE)) throw new Error(`The page of an app has no ${PLACE} to put words into.`)
      return html.replace(PLACE, WORDS)
    },
  }
}
