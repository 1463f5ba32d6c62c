import type { FrameworkLibrary, LookedAtRecord, RecordKind, RecordRef } from '@workplan/domain'
import { fieldLabels } from './field-labels.ts'
import type { RecordIndex } from './record-index.ts'
import { valueInWords } from './value-in-words.ts'

/** The fields of each kind that rules read, directly or through a fact computed from them. */
export const fieldsRulesRead: Record<RecordKind, readonly string[]> = {
  workstream: ['lead', 'app'],
  task: [
    'status',
    'statusReason',
    'owner',
    'ownerAsStated',
    'due',
    'baselineDue',
    'quarter',
    'progress',
    'nextStep',
    'evidence',
    'dependsOn',
    'fundingNeeded',
    'duplicateGroup',
    'updatedOn',
    'audience',
    'serves',
  ],
  milestone: ['status', 'due', 'baselineDue', 'earlierDues'],
  assessment: ['organisation', 'completedBy', 'formVersion', 'completedOn', 'signedOffBy', 'current'],
  answer: [
    'state',
    'level',
    'evidence',
    'evidenceState',
    'evidenceDate',
    'gap',
    'gapIsNil',
    'nextStep',
    'workstream',
    'answeredFor',
    'seeAlso',
  ],
  'organisation-answer': ['provider', 'state', 'level', 'evidence', 'gap'],
  position: [
    'progress',
    'gap',
    'gapState',
    'nextStep',
    'due',
    'audienceCovered',
    'elementsCovered',
    'elementsNotMentioned',
    'uncertain',
    'proxyEvidence',
    'evidenceDate',
    'hasWorkstream',
  ],
  'stated-gap': ['requirement', 'answeredBy', 'answeredElsewhereBy', 'kind'],
  locality: ['within', 'partial'],
  provider: ['sameAs'],
  'coverage-requirement': ['audience', 'required', 'modes', 'localities', 'gapState', 'statedGaps'],
  service: [
    'meets',
    'audience',
    'localities',
    'uncertainLocalities',
    'hours',
    'hoursAsStated',
    'modes',
    'conditional',
    'queries',
    'capacityConcern',
  ],
  metric: ['direction', 'frequency', 'baseline', 'target', 'dataSource', 'blockedBy', 'narrowerThanOutcome'],
  reading: ['value', 'unit', 'period', 'dataset', 'comparator', 'standing', 'caveats', 'partOf'],
  claim: ['statement', 'publishedIn', 'figures', 'check'],
  group: ['state', 'chair', 'chairAsStated', 'endsOn', 'reports', 'lastReportOn'],
  'reporting-line': ['from', 'to', 'state'],
  meeting: ['group', 'date', 'state'],
  'meeting-decision': ['meeting', 'state'],
  'meeting-action': ['meeting', 'task', 'state'],
  escalation: ['from', 'to', 'state'],
  'section-owner': ['report', 'section', 'owner'],
  post: ['role', 'filled', 'group'],
  'open-issue': ['requirement'],
  'strategy-item': ['kind', 'workstream', 'requirements', 'date', 'statedProgress'],
  stakeholder: ['sector'],
  'glossary-term': ['meaning'],
  document: ['state', 'url'],
  comment: ['text'],
  'foi-pack': ['state', 'asAt', 'approvedBy'],
  'foi-answer': ['question', 'answer', 'chosen', 'textSuggests', 'consistent', 'figures', 'approvedBy'],
  'approval-setting': ['acceptance', 'reports'],
  'word-template': ['bytes'],
  'document-setting': ['wordTemplate'],
  'transition-pathway': ['state'],
  'hand-over': ['age', 'agreed', 'agreedOn', 'state'],
  'training-need': ['needed', 'trained', 'asOf'],
  'training-offer': ['level', 'places', 'state'],
  'workforce-post': ['wteFunded', 'wteInPost', 'singlePoint'],
}

/** A record that a rule looked at, with the fields that rules read, as it stands now. */
export function lookedAt(ref: RecordRef, library: FrameworkLibrary, index: RecordIndex): LookedAtRecord {
  const entry = index.find(ref.id)
  if (entry) {
    const { kind, record } = entry
    const values: Record<string, unknown> = record
    const fields = fieldsRulesRead[kind].map((field) => ({
      label: fieldLabels[kind][field] ?? field,
      value: valueInWords(kind, field, values[field], index),
    }))
    return { ...ref, title: index.titleOf(ref.id), fields, source: record.source }
  }
  const requirement = library.requirements.get(ref.id)
  const fields = requirement
    ? [{ label: 'What it asks for', value: requirement.description ?? requirement.title }]
    : []
  return { ...ref, title: index.titleOf(ref.id), fields, source: requirement?.source ?? null }
}
