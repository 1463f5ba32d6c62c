import type { AppId } from '@workplan/domain'
import { html } from 'hono/html'

/** A page of plain HTML: no script, the shared styles if they are there. */
export function plainPage(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Workplan</title>
        <link rel="stylesheet" href="/_shared/workplan.css" />
      </head>
      <body>
        <main class="nhsuk-width-container nhsuk-main-wrapper" id="maincontent">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
}

const APP_NAMES: Record<AppId, string> = {
  governance: 'Governance',
  adult: 'Adult services',
  children: 'Children and young people',
  workforce: 'Workforce',
}

/** Says that one app cannot be used, and where to go instead. */
export function appNotBuiltPage(app: AppId) {
  const others = (Object.keys(APP_NAMES) as AppId[]).filter((other) => other !== app)
  return plainPage(
    `${APP_NAMES[app]} is not available`,
    html`<p>This part of Workplan is not built on this server. What you saved is safe.</p>
      <p>You can use the other parts:</p>
      <ul>
        ${others.map((other) => html`<li><a href="/${other}/">${APP_NAMES[other]}</a></li>`)}
      </ul>
      <p>If you look after this server: build the apps with <code>pnpm build</code>.</p>`,
  )
}
