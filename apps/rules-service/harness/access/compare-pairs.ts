import type { AccessResult } from './access-result.ts'
import { type Actor, personId } from './actors.ts'
import { ALPHA, bodiesOf, type Cell, filled, nameOf, PREFIX, requestOf } from './cells.ts'
import type { MadeRecords } from './programmes.ts'
import type { DeclaredRoute } from './routes.ts'
import type { Seen, Send, Tried } from './send.ts'
import { foreignIn } from './targets.ts'

/** Everything of beta, asked for by those of alpha, against the same of nowhere. */
export async function comparePairs(
  send: Send,
  actors: readonly Actor[],
  routes: readonly DeclaredRoute[],
  beta: MadeRecords,
  result: AccessResult,
) {
  const foreign = foreignIn(beta)
  const withoutBeta = actors.filter(({ name }) => name !== 'office-of-beta' && name !== 'national')
  for (const route of routes.filter(({ path }) => path.startsWith(PREFIX))) {
    const rest = route.path.slice(PREFIX.length)
    const about = /^\/([\w-]+)\/.*\{id\}/.exec(rest)?.[1]
    const sent = bodiesOf(route, rest) ?? []
    const ids = about === undefined ? [{ id: '' }] : (foreign[about] ?? [])
    for (const actor of withoutBeta)
      for (const { json } of sent) {
        const make = (path: string, withJson: unknown): Tried => ({
          method: route.method,
          path,
          cookie: actor.cookie,
          json: withJson,
          ...(route.method !== 'GET' && { ifMatch: '"1"' }),
        })
        const compare = (what: string, pair: [Tried, Tried]) =>
          comparePair(send, `${nameOf(route)} ${what} as ${actor.name}`, pair, result)
        for (const target of ids) {
          const nowhere = { ...target, id: unknownFor(target.id) }
          await compare('in beta', [
            make(`/api/programmes/beta${filled(rest, target)}`, json),
            make(`/api/programmes/nope${filled(rest, nowhere)}`, json),
          ])
          if (about !== undefined)
            await compare(`of ${target.id}`, [
              make(ALPHA + filled(rest, target), json),
              make(ALPHA + filled(rest, nowhere), json),
            ])
        }
      }
  }
}

/** Writes about what is alpha's own that name something of beta, against the same that name something of nowhere. */
export async function compareNaming(
  send: Send,
  actors: readonly Actor[],
  cells: readonly Cell[],
  office: string,
  result: AccessResult,
) {
  for (const { foreign, ...cell } of cells.filter((candidate) => candidate.foreign !== undefined))
    for (const actor of actors.filter(({ name }) => name !== 'office-of-beta')) {
      const there = await requestOf(send, { ...cell, json: foreign }, actor, office)
      const nowhere = { ...there, json: JSON.parse(unknownFor(JSON.stringify(there.json))) as unknown }
      const what = `${nameOf(cell.route)} (${cell.about}) naming something of beta as ${actor.name}`
      await comparePair(send, what, [there, nowhere], result)
    }
}

/** Counts a pair of requests, and tells of one whose answers differ in anything that somebody outside could see. */
async function comparePair(
  send: Send,
  what: string,
  [there, nowhere]: [Tried, Tried],
  result: AccessResult,
): Promise<void> {
  result.pairs += 1
  const [one, other] = [shapeOf(await send(there)), shapeOf(await send(nowhere))]
  if (one !== other) result.told.push(`${what}:\n${one}\n${other}`)
}

/** An id as long as that of something in beta, of nothing anywhere. */
function unknownFor(text: string): string {
  return text
    .replaceAll(/beta(?=[.-])/g, 'nope')
    .replaceAll(personId('office-of-beta'), personId('office-of-nope'))
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '00000000-0000-4000-8000-000000000000')
}

/** An answer but for what differs from one request to the next: when, its own id, and the id asked for. */
function shapeOf({ status, headers, text }: Seen): string {
  const listed = [...headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'date')
    .map(([name, value]) => `${name}: ${value}`)
  const body = unknownFor(text.replaceAll(/"requestId":"[^"]+"/g, '')).replaceAll('"beta"', '"nope"')
  return [status, ...listed.toSorted(), body].join('\n')
}
