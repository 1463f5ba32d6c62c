import { z } from 'zod'
import { Action, Role } from './access.ts'
import { ExplanationNode, FlagStatus, SubjectKind } from './flag.ts'
import { DutyType, Requirement, RequirementKind } from './framework.ts'
import { Task } from './records/workplan.ts'
import { LevelSummarySchema } from './report.ts'
import {
  AppId,
  Audience,
  GapState,
  Id,
  IsoDateSchema,
  Level,
  Severity,
  Source,
  WorkstreamApp,
} from './vocabulary.ts'

/** What the service answers. Every view of a programme is computed for its moment, `asAt`. */

export const MembershipView = z.strictObject({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  organisation: z.string(),
  asAt: IsoDateSchema,
  /** True for an example programme, which is pinned to the date of its documents. */
  pinned: z.boolean(),
  pinnedBecause: z.string().nullable(),
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

export const RecordRefView = z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })
export type RecordRefView = z.infer<typeof RecordRefView>

export const RequirementRef = z.strictObject({
  id: Id,
  kind: RequirementKind,
  number: z.string().nullable(),
  title: z.string(),
})
export type RequirementRef = z.infer<typeof RequirementRef>

export const FlagSummary = z.strictObject({
  id: z.string(),
  rule: Id,
  /** The rule's title: the cause that flags can be grouped by. */
  title: z.string(),
  severity: Severity,
  status: FlagStatus,
  subject: z.strictObject({ kind: SubjectKind, id: z.string(), title: z.string() }),
  message: z.string(),
  audience: z.array(Audience),
  workstreams: z.array(Id),
  /** The duty or ambition it counts under, for grouping. */
  requirements: z.array(Id),
  /** When it was recorded (real time) and on which day of the programme. */
  raisedAt: z.iso.datetime(),
  raisedOn: IsoDateSchema,
  clearedAt: z.iso.datetime().nullable(),
  clearedOn: IsoDateSchema.nullable(),
})
export type FlagSummary = z.infer<typeof FlagSummary>

/** A record the rule looked at, with the fields that mattered, so that a reader can check by hand. */
export const LookedAtRecord = RecordRefView.extend({
  fields: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })),
  source: Source.nullable(),
})
export type LookedAtRecord = z.infer<typeof LookedAtRecord>

export const FlagEvent = z.strictObject({
  at: z.iso.datetime(),
  on: IsoDateSchema,
  event: z.enum([
    'raised',
    'reopened',
    'cleared',
    'changed',
    'assigned',
    'accepted',
    'acceptance-requested',
    'disputed',
    'asked',
    'answered',
  ]),
  /** A person's name, or null when a change to the records did it. */
  by: z.string().nullable(),
  why: z.string().nullable(),
  /** The change that caused it. */
  cause: RecordRefView.nullable(),
})
export type FlagEvent = z.infer<typeof FlagEvent>

export const FlagDetail = FlagSummary.extend({
  /** What a decision starts from, for `If-Match`. */
  version: z.number().int(),
  explanation: ExplanationNode,
  /** The version of the rule that raised it (or opened it again), and the one that held when it was last judged. */
  ruleVersion: z.number().int(),
  judgedByVersion: z.number().int(),
  /** Why the rule exists. */
  why: z.string(),
  /** What would clear it. */
  remedy: z.string(),
  source: z.strictObject({
    framework: z.string(),
    locator: z.string(),
    text: z.string().nullable(),
    url: z.string().nullable(),
  }),
  records: z.array(LookedAtRecord),
  history: z.array(FlagEvent),
  /** Other flags of the same rule that are not cleared. */
  similar: z.number().int(),
})
export type FlagDetail = z.infer<typeof FlagDetail>

/** What a change did to the flags. */
export const FlagEffect = z.strictObject({
  cleared: z.array(FlagSummary),
  raised: z.array(FlagSummary),
  reopened: z.array(FlagSummary),
})
export type FlagEffect = z.infer<typeof FlagEffect>

export const TaskView = z.strictObject({
  task: Task,
  version: z.number().int(),
  workstreamName: z.string().nullable(),
  ownerName: z.string().nullable(),
  apps: z.array(WorkstreamApp),
  serves: z.array(RequirementRef),
  flags: z.array(FlagSummary),
  /** Days past the due date on the programme's moment; 0 when not late, null when there is no date or it is done. */
  daysLate: z.number().int().nullable(),
  /** Days since somebody last said something; null when nobody ever did. */
  daysSilent: z.number().int().nullable(),
  /** Tasks that are not done and wait for this one; none once it is done. */
  waitedForBy: z.array(z.strictObject({ id: Id, title: z.string() })),
  mayUpdate: z.boolean(),
})
export type TaskView = z.infer<typeof TaskView>

export const TaskSaved = z.strictObject({ item: TaskView, flags: FlagEffect })
export type TaskSaved = z.infer<typeof TaskSaved>

export const WorkstreamView = z.strictObject({
  id: Id,
  name: z.string(),
  label: z.string(),
  app: WorkstreamApp,
  leadName: z.string().nullable(),
  tasks: z.number().int(),
  openFlags: z.number().int(),
})
export type WorkstreamView = z.infer<typeof WorkstreamView>

export const ProgrammeView = MembershipView.extend({
  description: z.string(),
  workstreams: z.array(Id),
  workstreamList: z.array(WorkstreamView),
  frameworks: z.array(z.strictObject({ id: Id, name: z.string(), shortName: z.string(), kind: z.string() })),
  people: z.array(PersonView),
  openFlags: z.strictObject({ high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

/** One row of the duty map: what stands behind a duty, delivery-plan item, foundation or building block. */
export const DutyRow = z.strictObject({
  requirement: RequirementRef,
  framework: Id,
  dutyType: DutyType.nullable(),
  parent: Id.nullable(),
  audience: z.array(Audience),
  tasks: z.array(
    z.strictObject({ id: Id, title: z.string(), status: z.string(), audience: z.array(Audience) }),
  ),
  liveTasks: z.number().int(),
  measures: z.strictObject({
    ids: z.array(Id),
    answered: z.number().int(),
    total: z.number().int(),
    level3AndAbove: z.number().int(),
  }),
  position: z
    .strictObject({
      id: Id,
      progress: z.string().nullable(),
      gap: z.string().nullable(),
      gapState: GapState.nullable(),
      nextStep: z.string().nullable(),
      hasWorkstream: z.boolean().nullable(),
    })
    .nullable(),
  coverage: z.array(z.strictObject({ id: Id, title: z.string() })),
  metrics: z.array(z.strictObject({ id: Id, title: z.string() })),
  flags: z.array(FlagSummary),
  worstSeverity: Severity.nullable(),
  lastMovement: IsoDateSchema.nullable(),
})
export type DutyRow = z.infer<typeof DutyRow>

export const RequirementView = Requirement.extend({
  framework: Id,
  tasks: z.array(Id),
  /** Requirements of other frameworks that a document links to this one. */
  linked: z.array(RequirementRef),
  answer: z
    .strictObject({
      id: Id,
      state: z.string(),
      level: Level.nullable(),
      evidence: z.string().nullable(),
      evidenceState: z.string(),
      gap: z.string().nullable(),
    })
    .nullable(),
})
export type RequirementView = z.infer<typeof RequirementView>

/** The level summary of the current round, with what the round is and what was published about it. */
export const LevelSummaryView = LevelSummarySchema.extend({
  assessment: z.strictObject({ id: Id, title: z.string(), framework: Id }),
  asAt: IsoDateSchema,
  levels: z.array(z.strictObject({ level: Level, descriptor: z.string() })),
  published: z.array(
    z.strictObject({
      claim: Id,
      ambition: Id,
      publishedIn: z.string(),
      figures: z.record(z.string(), z.number()),
      differs: z.boolean(),
    }),
  ),
})
export type LevelSummaryView = z.infer<typeof LevelSummaryView>

/** Any record, for the page behind a figure. */
export const RecordView = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  version: z.number().int(),
  fields: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string().nullable(),
      basis: z.enum(['stated', 'inferred']),
      basisNote: z.string().nullable(),
    }),
  ),
  source: Source,
  flags: z.array(FlagSummary),
  history: z.array(
    z.strictObject({ at: z.iso.datetime(), by: z.string(), what: z.string(), why: z.string().nullable() }),
  ),
})
export type RecordView = z.infer<typeof RecordView>

export const JournalEntry = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  asAt: IsoDateSchema,
  by: z.string(),
  action: z.string(),
  record: RecordRefView,
  /** Fields that changed, before and after, as JSON values. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  why: z.string().nullable(),
  hash: z.string(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** One entry of the live stream: enough to know which views to read again. */
export const ChangeEvent = z.strictObject({
  seq: z.number().int(),
  programme: Id,
  kinds: z.array(z.string()),
  ids: z.array(z.string()),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

export const FlagsByCause = z.strictObject({
  rule: Id,
  title: z.string(),
  severity: Severity,
  count: z.number().int(),
})
export type FlagsByCause = z.infer<typeof FlagsByCause>
