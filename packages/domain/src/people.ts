import { z } from 'zod'
import { Role } from './access.ts'
import { DigestChoice } from './notification-views.ts'
import { CommentedOn } from './records/comment.ts'
import { Id, WorkstreamApp } from './vocabulary.ts'

/** One role in a programme. A lead has an app; null workstreams or groups mean all there are. */
export const RoleGiven = z
  .strictObject({
    role: Role.exclude(['national-viewer']),
    app: WorkstreamApp.nullable().default(null),
    workstreams: z.array(Id).max(50).nullable().default(null),
    groups: z.array(Id).max(50).nullable().default(null),
  })
  .refine(({ role, app }) => (role === 'workstream-lead') === (app !== null), {
    path: ['app'],
    message: 'must be given for a workstream lead, and for nobody else',
  })
export type RoleGiven = z.infer<typeof RoleGiven>

/** A person's roles in a programme: each role once, for a lead once for each app. */
export const RolesGiven = z
  .array(RoleGiven)
  .max(20)
  .refine((roles) => new Set(roles.map(({ role, app }) => `${role} ${app}`)).size === roles.length, {
    message: 'must not give the same role twice',
  })

/** Somebody to be invited. */
export const NewPersonInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  title: z.string().trim().max(120),
  roles: RolesGiven.min(1),
  /** By what the provider of single sign-on knows them (its `sub`): with it they need no link. */
  subject: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .regex(/^[^\s\p{Cc}]+$/u, 'must be without spaces')
    .optional(),
})
export type NewPersonInput = z.infer<typeof NewPersonInput>

/** `invited` until they sign in for the first time. */
export const PersonState = z.enum(['invited', 'active', 'disabled'])
export type PersonState = z.infer<typeof PersonState>

/** A person as the programme office sees them. */
export const ManagedPerson = z.strictObject({
  id: Id,
  name: z.string(),
  title: z.string(),
  state: PersonState,
  roles: z.array(RoleGiven),
  /** Tasks of theirs that are not done. */
  openTasks: z.number().int(),
  /** Why their data must be kept; null when nothing asks for it. */
  heldBecause: z.string().nullable(),
  /** Of the roles, the state and what holds their data: a change of these is made from a version. */
  version: z.number().int(),
})
export type ManagedPerson = z.infer<typeof ManagedPerson>

/** The path of a one-time link; it is shown once. Null for somebody who needs none. */
export const InvitedPerson = z.strictObject({ id: Id, link: z.string().nullable() })
export type InvitedPerson = z.infer<typeof InvitedPerson>

/** One kind of data about people: what, why, how long, and what becomes of it when somebody is removed. */
export const RetentionClass = z.strictObject({
  id: Id,
  what: z.string(),
  why: z.string(),
  kept: z.string(),
  onRemoval: z.string(),
})
export type RetentionClass = z.infer<typeof RetentionClass>

/** Everything that is held about one person in a programme, for that person. */
export const PersonExport = z.strictObject({
  person: z.strictObject({
    id: Id,
    name: z.string(),
    title: z.string(),
    heldBecause: z.string().nullable(),
    disabledAt: z.iso.datetime().nullable(),
  }),
  account: z.strictObject({ address: z.string(), since: z.iso.datetime() }).nullable(),
  roles: z.array(RoleGiven),
  security: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      action: z.string(),
      detail: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  /** What they said about tasks and flags; a null text was withdrawn. */
  comments: z.array(
    z.strictObject({ at: z.iso.datetime(), about: CommentedOn, text: z.string().nullable() }),
  ),
  /** How far they have read in what is kept for them. */
  read: z.array(z.strictObject({ what: z.string(), upTo: z.number().int(), at: z.iso.datetime() })),
  /** What e-mails they want; null when they have not chosen. */
  emails: DigestChoice.nullable(),
  /** Records in which people wrote their whole name, with the first entry of the journal that has it and how many do. */
  named: z.array(
    z.strictObject({ kind: z.string(), id: z.string(), first: z.number().int(), entries: z.number().int() }),
  ),
  journal: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: z.iso.datetime(),
      action: z.string(),
      kind: z.string(),
      id: z.string(),
    }),
  ),
})
export type PersonExport = z.infer<typeof PersonExport>
