import type { z } from 'zod'
import { ApprovalSetting } from './approval-setting.ts'
import { Answer, Assessment, OrganisationAnswer } from './assessment.ts'
import { Comment } from './comment.ts'
import { FoiAnswer, GlossaryTerm, ProgrammeDocument, Stakeholder, StrategyItem } from './context.ts'
import { CoverageRequirement, Locality, Provider, Service } from './coverage.ts'
import { FoiPack } from './foi-pack.ts'
import { GovernanceGroup, OpenIssue, Post, ReportingLine } from './governance.ts'
import { Escalation, Meeting, MeetingAction, MeetingDecision } from './meetings.ts'
import { Claim, Metric, Reading } from './metric.ts'
import { Position, StatedGap } from './position.ts'
import type { Programme } from './programme.ts'
import { SectionOwner } from './report-writing.ts'
import { DocumentSetting, WordTemplate } from './word-template.ts'
import { HandOver, TransitionPathway } from './transition.ts'
import { TrainingNeed, TrainingOffer, WorkforcePost } from './workforce.ts'
import { Milestone, Task, Workstream } from './workplan.ts'

/** Every kind of record a programme keeps, with the schema that guards it. */
export const recordSchemas = {
  workstream: Workstream,
  task: Task,
  milestone: Milestone,
  assessment: Assessment,
  answer: Answer,
  'organisation-answer': OrganisationAnswer,
  position: Position,
  'stated-gap': StatedGap,
  locality: Locality,
  provider: Provider,
  'coverage-requirement': CoverageRequirement,
  service: Service,
  metric: Metric,
  reading: Reading,
  claim: Claim,
  group: GovernanceGroup,
  'reporting-line': ReportingLine,
  meeting: Meeting,
  post: Post,
  'open-issue': OpenIssue,
  'strategy-item': StrategyItem,
  stakeholder: Stakeholder,
  'glossary-term': GlossaryTerm,
  document: ProgrammeDocument,
  'foi-answer': FoiAnswer,
  'foi-pack': FoiPack,
  comment: Comment,
  'transition-pathway': TransitionPathway,
  'hand-over': HandOver,
  'training-need': TrainingNeed,
  'training-offer': TrainingOffer,
  'workforce-post': WorkforcePost,
  'approval-setting': ApprovalSetting,
  'meeting-decision': MeetingDecision,
  'meeting-action': MeetingAction,
  escalation: Escalation,
  'section-owner': SectionOwner,
  'word-template': WordTemplate,
  'document-setting': DocumentSetting,
} as const

export type RecordKind = keyof typeof recordSchemas
export const recordKinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]]

/** The parsed record of a kind. */
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>

/** A whole programme, as it is loaded, checked and judged: the programme and its records by kind. */
export interface ProgrammeState {
  programme: Programme
  records: { [K in RecordKind]: RecordOf<K>[] }
}

/** A pointer to one record or requirement, enough to open it. */
export interface RecordRef {
  kind: RecordKind | 'requirement' | 'programme'
  id: string
  title: string
}

/** A state with no records, to build on. */
export function emptyState(programme: Programme): ProgrammeState {
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, []]))
  return { programme, records: records as unknown as ProgrammeState['records'] }
}
