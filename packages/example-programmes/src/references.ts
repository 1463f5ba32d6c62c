import type { RecordKind, RecordOf } from '@workplan/domain'

/** What an id can lead to. People are no records: an example programme has none. */
export type Target = RecordKind | 'requirement' | 'framework' | 'person' | 'record-or-requirement'

/** An id in a record, the field it stands in, and what it leads to. */
export interface Reference {
  field: string
  target: Target
  id: string
}

type ReferencesOf = { [K in RecordKind]: (record: RecordOf<K>) => Reference[] }

/** Every id that a record names, by kind of record. */
const referencesOf: ReferencesOf = {
  workstream: ({ lead }) => one('lead', 'person', lead),
  task: ({ workstream, serves, owner, dependsOn }) => [
    ...one('workstream', 'workstream', workstream),
    ...many('serves', 'requirement', serves),
    ...one('owner', 'person', owner),
    ...dependsOn.flatMap(({ task }, index) => one(`dependsOn.${index}.task`, 'task', task)),
  ],
  milestone: ({ workstream, serves }) => [
    ...one('workstream', 'workstream', workstream),
    ...many('serves', 'requirement', serves),
  ],
  assessment: ({ framework, follows, signer }) => [
    ...one('framework', 'framework', framework),
    ...one('follows', 'assessment', follows ?? null),
    ...one('signer', 'person', signer ?? null),
  ],
  answer: ({ assessment, measure, workstream, seeAlso, confirms }) => [
    ...one('assessment', 'assessment', assessment),
    ...one('measure', 'requirement', measure),
    ...one('workstream', 'workstream', workstream),
    ...many('seeAlso', 'answer', seeAlso),
    ...one('confirms', 'answer', confirms ?? null),
  ],
  'organisation-answer': ({ assessment, measure, provider }) => [
    ...one('assessment', 'assessment', assessment),
    ...one('measure', 'requirement', measure),
    ...one('provider', 'provider', provider),
  ],
  position: ({ requirement, blocks }) => [
    ...one('requirement', 'requirement', requirement),
    ...many('blocks', 'requirement', blocks),
  ],
  'stated-gap': ({ requirement, answeredBy, answeredElsewhereBy }) => [
    ...one('requirement', 'requirement', requirement),
    ...many('answeredBy', 'task', answeredBy),
    ...many('answeredElsewhereBy', 'task', answeredElsewhereBy),
  ],
  locality: ({ within }) => one('within', 'locality', within),
  provider: ({ sameAs }) => one('sameAs', 'provider', sameAs),
  'coverage-requirement': ({ serves, localities }) => [
    ...many('serves', 'requirement', serves),
    ...many('localities', 'locality', localities),
  ],
  service: ({ provider, hostProvider, meets, localities, uncertainLocalities }) => [
    ...one('provider', 'provider', provider),
    ...one('hostProvider', 'provider', hostProvider),
    ...many('meets', 'coverage-requirement', meets),
    ...many('localities', 'locality', localities),
    ...many('uncertainLocalities', 'locality', uncertainLocalities),
  ],
  metric: ({ serves }) => many('serves', 'requirement', serves),
  reading: ({ metric, partOf }) => [...one('metric', 'metric', metric), ...one('partOf', 'reading', partOf)],
  claim: ({ about, check }) => [
    ...many('about', 'record-or-requirement', about),
    ...(check?.kind === 'percent-at-level' ? one('check.ambition', 'requirement', check.ambition) : []),
  ],
  group: ({ chair, successor = null }) => [
    ...one('chair', 'person', chair),
    ...one('successor', 'group', successor),
  ],
  'reporting-line': ({ from, to }) => [...one('from', 'group', from), ...one('to', 'group', to)],
  meeting: ({ group }) => one('group', 'group', group),
  'meeting-decision': ({ meeting, answers }) => [
    ...one('meeting', 'meeting', meeting),
    ...one('answers', 'escalation', answers),
  ],
  'meeting-action': ({ meeting, task }) => [
    ...one('meeting', 'meeting', meeting),
    ...one('task', 'task', task),
  ],
  escalation: ({ from, to, work, decision }) => [
    ...one('from', 'group', from),
    ...one('to', 'group', to),
    ...(work ? one('work.id', work.kind, work.id) : []),
    ...one('decision', 'meeting-decision', decision),
  ],
  'section-owner': ({ owner }) => one('owner', 'person', owner),
  post: ({ group, holder }) => [...one('group', 'group', group), ...one('holder', 'person', holder ?? null)],
  'open-issue': ({ requirement }) => one('requirement', 'requirement', requirement),
  'strategy-item': ({ parent, workstream, requirements }) => [
    ...one('parent', 'strategy-item', parent),
    ...one('workstream', 'workstream', workstream),
    ...many('requirements', 'requirement', requirements),
  ],
  stakeholder: () => [],
  'glossary-term': () => [],
  document: () => [],
  comment: ({ about, by, mentions }) => [
    ...(about.kind === 'task' ? one('about.id', 'task', about.id) : []),
    ...one('by', 'person', by),
    ...many('mentions', 'person', mentions),
  ],
  'foi-pack': () => [],
  'foi-answer': ({ documents, approvedBy }) => [
    ...many('documents', 'document', documents),
    ...one('approvedBy', 'post', approvedBy),
  ],
  'transition-pathway': ({ sendingProvider, receivingProvider }) => [
    ...one('sendingProvider', 'provider', sendingProvider),
    ...one('receivingProvider', 'provider', receivingProvider),
  ],
  'hand-over': ({ pathway, task }) => [
    ...one('pathway', 'transition-pathway', pathway),
    ...one('task', 'task', task),
  ],
  'training-need': () => [],
  'training-offer': () => [],
  'workforce-post': ({ provider, services }) => [
    ...one('provider', 'provider', provider),
    ...many('services', 'service', services),
  ],
  'approval-setting': () => [],
  'word-template': () => [],
  'document-setting': ({ wordTemplate }) => one('wordTemplate', 'word-template', wordTemplate),
}

/** Every id that a record of this kind names. */
export function listReferences<K extends RecordKind>(kind: K, record: RecordOf<K>): Reference[] {
  return referencesOf[kind](record)
}

function one(field: string, target: Target, id: string | null): Reference[] {
  return id === null ? [] : [{ field, target, id }]
}

function many(field: string, target: Target, ids: readonly string[]): Reference[] {
  return ids.map((id, index) => ({ field: `${field}.${index}`, target, id }))
}
