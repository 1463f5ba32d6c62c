import { html } from 'hono/html'
import { problemAnswers } from '../errors.ts'
import { plainPage } from '../static/plain-page.ts'
import type { ApiDocument, Operation } from './api-document.ts'

/** The API as a page to read: every route with who may call it, and every problem code. */
export function documentationPage(document: ApiDocument) {
  return plainPage(
    'The Workplan API',
    html`<p>${document.info.description}</p>
      <p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
      <h2>Routes</h2>
      <table class="nhsuk-table">
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
          </tr>
        </thead>
        <tbody>
          ${routesOf(document).map(
            ({ name, operation }) =>
              html`<tr>
                <td><code>${name}</code></td>
                <td>${operation.summary}</td>
                <td>${operation['x-access']}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <h2>Problems</h2>
      <table class="nhsuk-table">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(problemAnswers).map(
            ([code, { status, title }]) =>
              html`<tr id="${code}">
                <td><code>${code}</code></td>
                <td>${status}</td>
                <td>${title}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  )
}

function routesOf(document: ApiDocument): { name: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  )
}
