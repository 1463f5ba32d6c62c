import { SHOWN_PERSON, type Action, type PersonView } from '@workplan/domain'
import type { MiddlewareHandler } from 'hono'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { may } from '../members.ts'
import type { MemberEnv, SignedInEnv } from './environment.ts'

/** Lets signed-in people through. */
export const guardSignedIn: MiddlewareHandler<SignedInEnv> = async (c, next) => {
  c.set('person', await personOf(c.var.context, c.req.raw.headers))
  await next()
}

/** Lets members through who may do `action` in the programme of the path; to everyone else it does not exist. */
export function guardMember(action: Action): MiddlewareHandler<MemberEnv> {
  return async (c, next) => {
    const programme = c.req.param('programme') ?? ''
    const found = await c.var.context.sessions.memberOf(c.req.raw.headers, programme)
    if (!found) throw notSignedIn()
    const { person, member } = found
    refuseFromAnother(c.req.raw.headers, person)
    if (!member) throw new AppError('not-found', 'There is no such programme, or you are not a member of it.')
    if (!may(member, action))
      throw new AppError('not-allowed', 'Your role in this programme does not allow this.')
    c.set('person', person)
    c.set('member', member)
    await next()
  }
}

async function personOf(context: AppContext, headers: Headers): Promise<PersonView> {
  const person = await context.sessions.personOf(headers)
  if (!person) throw notSignedIn()
  refuseFromAnother(headers, person)
  return person
}

/** Nobody writes or reads in the name of somebody who signed in with another window of the same browser meanwhile. */
function refuseFromAnother(headers: Headers, { id }: PersonView): void {
  const shown = headers.get(SHOWN_PERSON)
  if (shown !== null && shown !== id)
    throw new AppError(
      'not-signed-in',
      'Somebody else has signed in with this browser since this page was opened. Nothing was changed.',
    )
}

function notSignedIn(): AppError {
  return new AppError('not-signed-in', 'Sign in and try again.')
}
