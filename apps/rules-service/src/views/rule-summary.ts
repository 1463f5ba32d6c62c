import {
  SEVERITY_ORDER,
  SubjectKind,
  WebAddress,
  type RuleDocument,
  type RuleSummary,
} from '@workplan/domain'
import type { Rule } from '@workplan/rulebook'
import type { Rules } from '../rules.ts'
import { type LibraryEntry, libraryEntries, stateOf } from '../rules/library-entries.ts'
import type { ProgrammeRule } from '../rules/rules-of-programme.ts'
import { notAssessableIn } from '../rules/subjects-in.ts'
import type { LoadedProgramme } from '../store/programme.ts'

/** The rule library of a programme: by kind of subject, worst first; drafts that do not say yet come last. */
export function ruleSummaries(programme: LoadedProgramme, rules: Rules): RuleSummary[] {
  const open = Map.groupBy(
    [...programme.flags.values()].filter(({ status }) => status !== 'cleared'),
    ({ rule }) => rule,
  )
  return libraryEntries(rules.rulebook, programme.programmeRules)
    .map((entry) => ruleSummary(entry, open.get(entry.id)?.length ?? 0, programme, rules))
    .toSorted(inOrder)
}

/** One line of the library. */
export function ruleSummary(
  entry: LibraryEntry,
  flagsOpen: number,
  programme: LoadedProgramme,
  rules: Rules,
): RuleSummary {
  const { id, found, published, draft } = entry
  const text = found ? textOfRule(found.rule) : textOfDocument((published ?? draft)?.document)
  const state = stateOf(entry, programme.asAt)
  const cannot = notAssessableIn(programme, rules).get(id)?.length ?? 0
  return {
    id,
    origin: found?.origin ?? 'own',
    state,
    ...text,
    writtenSeverity: found?.written.severity ?? text.severity,
    version: found?.rule.version ?? published?.version ?? 0,
    until: found?.rule.until ?? published?.until ?? null,
    changedHere: found !== null && isChanged(found),
    hasDraft: draft !== undefined,
    flagsOpen,
    notAssessable: state === 'in-force' ? cannot : null,
    cases: (found?.rule.cases ?? (published ?? draft)?.cases ?? []).length,
  }
}

/** True when a programme's settings make a difference to the rule. */
function isChanged({ rule, written, enabled, thresholdsSet }: ProgrammeRule): boolean {
  return !enabled || rule.severity !== written.severity || thresholdsSet.length > 0
}

type Text = Pick<RuleSummary, 'title' | 'subject' | 'severity' | 'why' | 'remedy' | 'source'>

function textOfRule({ title, subject, severity, why, remedy, source }: Rule): Text {
  return { title, subject, severity, why, remedy, source: sourceView(source) }
}

function textOfDocument(document: RuleDocument | undefined): Text {
  if (!document) throw new Error('a rule has neither text nor draft')
  const { title, subject, severity, why, remedy, source } = document
  return { title, subject, severity, why, remedy, source: sourceView(source) }
}

/** What a draft has in the place of an address may be anything; it is a link only when it is one. */
function sourceView({ framework, locator, text, url }: RuleDocument['source']): RuleSummary['source'] {
  return { framework, locator, text: text || null, url: WebAddress.safeParse(url).data ?? null }
}

function inOrder(one: RuleSummary, other: RuleSummary): number {
  return (
    kindOrder(one) - kindOrder(other) ||
    severityOrder(one) - severityOrder(other) ||
    one.title.localeCompare(other.title, 'en-GB') ||
    one.id.localeCompare(other.id)
  )
}

function kindOrder({ subject }: RuleSummary): number {
  return subject === null ? SubjectKind.options.length : SubjectKind.options.indexOf(subject)
}

function severityOrder({ severity }: RuleSummary): number {
  return severity === null ? SEVERITY_ORDER.length : SEVERITY_ORDER.indexOf(severity)
}
