import { createApp } from '../../src/app.ts'
import type { AppContext } from '../../src/context.ts'
import { type ActedOn, isAllowed } from '../../src/policy.ts'
import { type Actor, addActors, membersOf, personId, signInActors } from './actors.ts'
import { bodies, queryOf } from './bodies.ts'
import { accessProgramme, makeRecords, type MadeRecords } from './programmes.ts'
import { type DeclaredRoute, routesOf } from './routes.ts'
import { foreignIn, type Target, targetsIn } from './targets.ts'
import { type Seen, type Send, sender, type Tried } from './send.ts'

/** What came of trying every route as everybody. */
export interface AccessResult {
  routes: number
  /** Routes to which no line of the policy leads. */
  withoutLine: string[]
  /** Writes for which no request was prepared. */
  untried: string[]
  /** Requests that the policy does not allow, and those of them that were not refused. */
  forbidden: number
  unauthorised: string[]
  /** Those refused for another reason, which says more than that there is nothing to do here. */
  refusedLate: string[]
  /** Requests that the policy allows, made as the last of all, and those refused for want of a right all the same. */
  allowed: number
  overRefused: string[]
  /** Writes that succeeded for nobody, so that their refusals prove nothing. */
  unproved: string[]
  /** Pairs of an id of another programme and one that is nowhere, and those answered differently. */
  pairs: number
  told: string[]
  /** True when the records are the same after all that was forbidden. */
  unchanged: boolean
}

/** A request in all but who makes it, with what it acts on. */
interface Cell {
  route: DeclaredRoute
  about: string
  path: string
  json: unknown
  on: ActedOn
  versionOf?: string
  version?: number
}

const ALPHA = '/api/programmes/alpha'
const PREFIX = '/api/programmes/{programme}'
const REFUSED = new Set([401, 403])

/** Fills an empty database with two programmes and tries every route as everybody. `stored` is all that can be changed. */
export async function tryAccess(context: AppContext, stored: () => Promise<string>): Promise<AccessResult> {
  const send = sender(createApp(context))
  await addActors(context)
  for (const id of ['alpha', 'beta'] as const)
    await context.store.addProgramme(accessProgramme(id), membersOf(id))
  const actors = await signInActors(context)
  const cookieOf = (name: string) => actors.find((actor) => actor.name === name)?.cookie ?? ''
  const foreignOffice = cookieOf('office-of-beta')
  const own = { secretary: cookieOf('secretary-of-all'), office: cookieOf('office') }
  const alpha = await makeRecords(send, 'alpha', own)
  const beta = await makeRecords(send, 'beta', { secretary: foreignOffice, office: foreignOffice })

  const { routes, withoutLine } = routesOf(context)
  const { cells, untried } = cellsOf(routes, targetsIn(alpha))
  const result: AccessResult = {
    ...{ routes: routes.length, withoutLine, untried, forbidden: 0, unauthorised: [], refusedLate: [] },
    ...{ allowed: 0, overRefused: [], unproved: [], pairs: 0, told: [], unchanged: false },
  }
  const before = await stored()
  for (const cell of cells)
    for (const actor of actors)
      if (!mayMake(actor, cell)) await tryForbidden(send, actor, cell, own.office, result)
  await comparePairs(send, actors, routes, beta, result)
  result.unchanged = (await stored()) === before
  await tryAllowed(send, actors, cells, own.office, result)
  return result
}

function cellsOf(routes: readonly DeclaredRoute[], targets: Record<string, readonly Target[]>) {
  const untried: string[] = []
  const cells = routes.flatMap((route): Cell[] => {
    if (!route.path.startsWith(PREFIX))
      return route.access === 'public'
        ? []
        : [{ route, about: '', path: route.path, json: undefined, on: {} }]
    const rest = route.path.slice(PREFIX.length)
    const sent = bodiesOf(route, rest)
    const about = /^\/([\w-]+)\/.*\{id\}/.exec(rest)?.[1]
    const found: readonly Target[] =
      about === undefined ? [{ state: '', id: '', on: {} }] : (targets[about] ?? [])
    if (!sent || found.length === 0) {
      untried.push(nameOf(route))
      return []
    }
    const meant = found.filter(({ onlyFor }) => onlyFor === rest)
    const fitting = meant.length > 0 ? meant : found.filter(({ onlyFor }) => onlyFor === undefined)
    return fitting.flatMap((target) =>
      sent.map(({ about: what, json, on, versionOf, version }) => ({
        route,
        ...(versionOf && { versionOf }),
        ...(version !== undefined && { version }),
        about: `${target.state} ${what}`.trim(),
        path: ALPHA + filled(rest, target) + queryOf(rest),
        json,
        on: on ?? target.on,
      })),
    )
  })
  return { cells, untried }
}

function bodiesOf({ method }: DeclaredRoute, rest: string) {
  if (method === 'GET')
    return [{ about: '', json: undefined, on: undefined, versionOf: undefined, version: undefined }]
  return bodies[`${method} ${rest}`]
}

function filled(path: string, { id, kind = '' }: { id: string; kind?: string }): string {
  return path.replace('{id}', encodeURIComponent(id)).replace('{kind}', kind)
}

function nameOf({ method, path }: DeclaredRoute): string {
  return `${method} ${path}`
}

function mayMake(actor: Actor, { route: { access }, on }: Cell): boolean {
  if (access === 'public') return true
  if (access === 'signed-in') return actor.cookie !== null
  return isAllowed(actor.memberships, access, {
    ...on,
    chairs: actor.name === 'chair',
    writer: actor.name === 'office',
  })
}

async function requestOf(
  send: Send,
  { route, path, json, versionOf, version: given }: Cell,
  actor: Actor,
  office: string,
): Promise<Tried> {
  const tried = { method: route.method, path, cookie: actor.cookie, json }
  if (route.method === 'GET') return tried
  // The version that makes the write go through where nothing else is against it.
  const [, named] = /^(\/api\/programmes\/\w+\/[\w-]+\/[^/]+)/.exec(path) ?? []
  if (given !== undefined) return { ...tried, ifMatch: `"${given}"` }
  const one = versionOf ? ALPHA + versionOf : named
  const at = one && (await send({ method: 'GET', path: one, cookie: office }))
  const version = at ? at.headers.get('etag') : null
  return { ...tried, json: await withVersions(send, json, office), ifMatch: version ?? '"1"' }
}

/** A body about several tasks carries their versions itself. */
async function withVersions(send: Send, json: unknown, office: string): Promise<unknown> {
  if (!namesTasks(json)) return json
  const tasks: object[] = []
  for (const task of json.tasks) {
    const { headers } = await send({ method: 'GET', path: `${ALPHA}/tasks/${task.id}`, cookie: office })
    const version = Number(headers.get('etag')?.replaceAll('"', '') ?? 1)
    tasks.push({ ...task, version })
  }
  return { ...json, tasks }
}

function namesTasks(json: unknown): json is { tasks: readonly { id: string }[] } {
  return typeof json === 'object' && json !== null && 'tasks' in json && Array.isArray(json.tasks)
}

async function tryForbidden(send: Send, actor: Actor, cell: Cell, office: string, result: AccessResult) {
  const { status } = await send(await requestOf(send, cell, actor, office))
  const said = `${nameOf(cell.route)} (${cell.about}) as ${actor.name}: ${status}`
  result.forbidden += 1
  if (status < 400 || status >= 500) result.unauthorised.push(said)
  else if (status !== 404 && !REFUSED.has(status)) result.refusedLate.push(said)
}

async function tryAllowed(
  send: Send,
  actors: readonly Actor[],
  cells: readonly Cell[],
  office: string,
  result: AccessResult,
) {
  const answered = new Map<string, string>()
  // What takes things away comes last, after drafts have been saved and figures taken once more for it.
  const [taking, leaving] = [cells.filter(takesAway), cells.filter((cell) => !takesAway(cell))]
  const savedAgain = [...leaving.filter(isMethod('PUT')), ...leaving.filter(isMethod('PATCH'))]
  const ordered = [...leaving, ...savedAgain, ...taking]
  for (const cell of ordered) {
    for (const actor of actors.filter((candidate) => mayMake(candidate, cell))) {
      const { status, text } = await send(await requestOf(send, cell, actor, office))
      result.allowed += 1
      if (status < 400) answered.set(nameOf(cell.route), '')
      else if (!answered.has(nameOf(cell.route))) answered.set(nameOf(cell.route), text)
      if (REFUSED.has(status))
        result.overRefused.push(`${nameOf(cell.route)} (${cell.about}) as ${actor.name}: ${text}`)
    }
  }
  result.unproved = [...answered].flatMap(([name, refusal]) =>
    refusal === '' ? [] : [`${name}: ${refusal}`],
  )
}

function isMethod(method: string): (cell: Cell) => boolean {
  return ({ route }) => route.method === method
}

const TAKING = /\/(issue|end|removal|state|withdraw|withdrawal|assessments|assessments\/\{id\}\/sign-off)$/

function takesAway({ route: { method, path } }: Cell): boolean {
  return method === 'DELETE' || TAKING.test(path)
}

/** Everything of beta, asked for by those of alpha, against the same of nowhere. */
async function comparePairs(
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
      for (const { json, ...body } of sent) {
        const make = (path: string, withJson: unknown): Tried => ({
          method: route.method,
          path,
          cookie: actor.cookie,
          json: withJson,
          ...(route.method !== 'GET' && { ifMatch: '"1"' }),
        })
        const compare = async (what: string, [there, nowhere]: [Tried, Tried]) => {
          result.pairs += 1
          const [one, other] = [shapeOf(await send(there)), shapeOf(await send(nowhere))]
          if (one !== other) result.told.push(`${nameOf(route)} ${what} as ${actor.name}:\n${one}\n${other}`)
        }
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
        if ('foreign' in body && about === undefined)
          await compare('naming something of beta', [
            make(ALPHA + rest, body.foreign),
            make(ALPHA + rest, JSON.parse(unknownFor(JSON.stringify(body.foreign)))),
          ])
      }
  }
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
