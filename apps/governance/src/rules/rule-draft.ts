import type {
  ConditionView,
  FactValue,
  RuleCaseInput,
  RuleTrialInput,
  Severity,
  SubjectFactsView,
  SubjectKind,
} from '@workplan/domain'
import { builtOf, documentOf } from './condition-document.ts'
import { emptyGroup, type ConditionDraft, type Fact, type GroupDraft } from './condition-draft.ts'

/** A rule of the programme's own while it is being written. */
export interface RuleDraft {
  title: string
  subject: SubjectKind | ''
  severity: Severity | ''
  framework: string
  locator: string
  sourceText: string
  sourceUrl: string
  why: string
  requires: string[]
  when: GroupDraft
  message: string
  remedy: string
  cases: RuleCaseInput[]
}

export function emptyRule(): RuleDraft {
  return {
    title: '',
    subject: '',
    severity: '',
    framework: '',
    locator: '',
    sourceText: '',
    sourceUrl: '',
    why: '',
    requires: [],
    when: emptyGroup(),
    message: '',
    remedy: '',
    cases: [],
  }
}

/** What was saved, to be written on. */
export function ruleDraftOf({ document, cases }: RuleTrialInput): RuleDraft {
  const { title, subject, severity, source, why, requires, when, message, remedy } = document
  return {
    title,
    why,
    message,
    remedy,
    subject: subject ?? '',
    severity: severity ?? '',
    framework: source.framework,
    locator: source.locator,
    sourceText: source.text ?? '',
    sourceUrl: source.url ?? '',
    requires: [...requires],
    when: builtOf(when),
    cases: cases.map((one) => ({ ...one, facts: { ...one.facts } })),
  }
}

/** What the service checks, tries and keeps. Cases say of every fact the rule reads what it is, or that it is not known. */
export function trialInputOf(
  draft: RuleDraft,
  facts: SubjectFactsView | undefined,
  read: readonly string[],
): RuleTrialInput {
  const { title, subject, severity, why, requires, message, remedy, cases } = draft
  return {
    document: {
      title: title.trim(),
      why: why.trim(),
      message: message.trim(),
      remedy: remedy.trim(),
      requires,
      subject: subject || null,
      severity: severity || null,
      source: {
        framework: draft.framework.trim(),
        locator: draft.locator.trim(),
        ...(draft.sourceText.trim() && { text: draft.sourceText.trim() }),
        ...(draft.sourceUrl.trim() && { url: draft.sourceUrl.trim() }),
      },
      when: documentOf(draft.when, facts),
    },
    cases: cases.map(({ name, facts: known, flags }) => ({
      name: name.trim(),
      facts: Object.fromEntries(read.map((fact) => [fact, known[fact] ?? null])),
      flags,
    })),
  }
}

/** The facts a rule reads, by what was built and, for named conditions, by what the service makes of them. */
export function factsRead(
  draft: RuleDraft,
  checked: ConditionView | null,
  facts: SubjectFactsView | undefined,
): Fact[] {
  const names = new Set([...draft.requires, ...builtFacts(draft.when), ...checkedFacts(checked)])
  return (facts?.facts ?? []).filter(({ name }) => names.has(name))
}

function builtFacts(draft: ConditionDraft): string[] {
  if ('children' in draft) return draft.children.flatMap(builtFacts)
  if (draft.kind !== 'compare') return []
  return [draft.reading, draft.other].flatMap((reading) => reading?.fact ?? [])
}

function checkedFacts(view: ConditionView | null): string[] {
  if (view === null) return []
  if (view.kind !== 'condition') return view.children.flatMap(checkedFacts)
  const { value } = view
  const other = typeof value === 'object' && value !== null && 'fact' in value ? [value.fact] : []
  return [view.reading.fact, ...other]
}

/** The parts of a table that a case can say, by the key they stand under. */
export function partsOf(fact: Fact): { key: string; label: string }[] {
  return fact.parts.map(({ reading, label }) => ({
    key: reading.path?.replace(/^\$\.?/, '') ?? Object.values(reading.params ?? {}).join('.'),
    label,
  }))
}

/** A table with one part set; the parts that nobody said are not known. */
export function withPart(
  table: FactValue | undefined,
  key: string,
  part: string | number | boolean | null,
): FactValue {
  const before = typeof table === 'object' && table !== null && !Array.isArray(table) ? table : {}
  return { ...before, [key]: part }
}

/** A rule as the browser keeps it while it is not saved. */
export interface KeptRuleDraft {
  revision: number | null
  /** The text it was written over. */
  base: RuleDraft
  draft: RuleDraft
  /** What was sent and not answered: it is to be sent again just so. */
  unsent?: RuleSending
}

/** A rule as it is sent: over which revision of which rule, and the form as it was then. */
export interface RuleSending {
  input: RuleTrialInput
  /** Null for a new rule. */
  from: { rule: string; revision: number } | null
  /** The Idempotency-Key. */
  attempt: string
  draft: RuleDraft
}

/** A copy of which nothing is shared; drafts are what JSON can say, and are kept so. */
export function copyOfRule(draft: RuleDraft): RuleDraft {
  return JSON.parse(JSON.stringify(draft)) as RuleDraft
}

/** Whether two drafts say the same; the keys of their conditions differ from visit to visit. */
export function isSameRule(one: RuleDraft, other: RuleDraft): boolean {
  return withoutKeys(one) === withoutKeys(other)
}

function withoutKeys(draft: RuleDraft): string {
  return JSON.stringify(draft, (name, value: unknown) =>
    name === 'key' && typeof value === 'number' ? undefined : value,
  )
}

/** A draft as the browser kept it; null when it is something else. */
export function parseRuleDraft(kept: unknown): KeptRuleDraft | null {
  if (!isObject(kept)) return null
  const { revision, base, draft, unsent } = kept as Partial<KeptRuleDraft>
  if (typeof revision !== 'number' && revision !== null) return null
  if (!isRuleDraft(base) || !isRuleDraft(draft)) return null
  const waits = isObject(unsent) && isRuleDraft(unsent.draft)
  return { revision, base, draft, ...(waits && { unsent }) }
}

function isRuleDraft(value: unknown): value is RuleDraft {
  return isObject(value) && Object.keys(emptyRule()).every((field) => field in value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
