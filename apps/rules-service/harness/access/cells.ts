import type { ActedOn } from '../../src/policy.ts'
import type { Actor } from './actors.ts'
import { bodies, queryOf } from './bodies.ts'
import type { DeclaredRoute } from './routes.ts'
import type { Send, Tried } from './send.ts'
import type { Target } from './targets.ts'

/** A request in all but who makes it, with what it acts on. */
export interface Cell {
  route: DeclaredRoute
  about: string
  path: string
  json: unknown
  /** The same, naming something of beta. */
  foreign?: unknown
  on: ActedOn
  versionOf?: string
  version?: number
}

/** Where the routes of the programme that is tried begin. */
export const ALPHA = '/api/programmes/alpha'
/** How the routes of programmes begin in the router. */
export const PREFIX = '/api/programmes/{programme}'

/** Every request there is to make, and the writes for which none was prepared. */
export function cellsOf(routes: readonly DeclaredRoute[], targets: Record<string, readonly Target[]>) {
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
      sent.map(({ about: what, json, foreign, on, versionOf, version }) => ({
        route,
        ...(foreign !== undefined && { foreign }),
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

/** The bodies to send to a route; undefined for a write that nobody prepared. */
export function bodiesOf({ method }: DeclaredRoute, rest: string) {
  if (method === 'GET')
    return [
      {
        ...{ about: '', json: undefined, foreign: undefined },
        ...{ on: undefined, versionOf: undefined, version: undefined },
      },
    ]
  return bodies[`${method} ${rest}`]
}

/** A path with the ids of a target in it. */
export function filled(path: string, { id, kind = '' }: { id: string; kind?: string }): string {
  return path.replace('{id}', encodeURIComponent(id)).replace('{kind}', kind)
}

/** A route as it is called in what is told of it. */
export function nameOf({ method, path }: DeclaredRoute): string {
  return `${method} ${path}`
}

/** The request of one person, under the version that makes it go through where nothing else is against it. */
export async function requestOf(
  send: Send,
  { route, path, json, versionOf, version: given }: Cell,
  actor: Actor,
  office: string,
): Promise<Tried> {
  const tried = { method: route.method, path, cookie: actor.cookie, json }
  if (route.method === 'GET') return tried
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
