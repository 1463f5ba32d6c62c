import { createApp } from '../../src/app.ts'
import type { AppContext } from '../../src/context.ts'
import { isAllowed } from '../../src/policy.ts'
import type { AccessResult } from './access-result.ts'
import { type Actor, addActors, membersOf, signInActors } from './actors.ts'
import { type Cell, cellsOf, nameOf, requestOf } from './cells.ts'
import { compareNaming, comparePairs } from './compare-pairs.ts'
import { accessProgramme, makeRecords } from './programmes.ts'
import { routesOf } from './routes.ts'
import { type Send, sender } from './send.ts'
import { targetsIn } from './targets.ts'

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
  await compareNaming(send, actors, cells, own.office, result)
  result.unchanged = (await stored()) === before
  await tryAllowed(send, actors, cells, own.office, result)
  return result
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
