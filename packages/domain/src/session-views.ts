import { z } from 'zod'
import { Action, Role } from './access.ts'
import { AppId, Id, IsoDateSchema } from './vocabulary.ts'

/** Who is signed in, and what they may do. */

export const MembershipView = z.strictObject({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  organisation: z.string(),
  asAt: IsoDateSchema,
  /** True for an example programme, which is pinned to the date of its documents. */
  pinned: z.boolean(),
  pinnedBecause: z.string().nullable(),
  /** The last entry of its journal when this was read: whatever is read afterwards is at least as new. */
  seq: z.number().int().nonnegative(),
  roles: z.array(Role),
  may: z.array(Action),
  apps: z.array(AppId),
  /** Workstreams whose tasks this person may update. */
  workstreams: z.array(Id),
  /** Groups this person drafts and issues reports for. */
  groups: z.array(Id),
})
export type MembershipView = z.infer<typeof MembershipView>

export const PersonView = z.strictObject({ id: Id, name: z.string(), title: z.string() })
export type PersonView = z.infer<typeof PersonView>

/** Who I am and what I may do. `person` is null when nobody is signed in. */
export const SessionView = z.strictObject({
  person: PersonView.nullable(),
  demonstration: z.boolean(),
  programmes: z.array(MembershipView),
})
export type SessionView = z.infer<typeof SessionView>

/** The ways to sign in at this address. */
export const WaysToSignIn = z.strictObject({
  demonstration: z.boolean(),
  /** The provider that the organisation has for all its services; null where there is none. */
  singleSignOn: z.strictObject({ name: z.string() }).nullable(),
  /** True where people may have a password and an authenticator app of their own. */
  password: z.boolean(),
})
export type WaysToSignIn = z.infer<typeof WaysToSignIn>

/** The people one can sign in as in demonstration mode. */
export const DemonstrationPerson = PersonView.extend({
  role: Role,
  what: z.string(),
  /** Where to go after signing in. */
  home: z.string(),
})
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>
