import type { RuleDetail, RuleDraftInput } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { OWN_PREFIX } from '../../rules/own-rule.ts'
import { type OwnRuleVersion, type ProgrammeRules, withOwnRule } from '../../rules/programme-rules.ts'
import { slugOf } from '../../slug.ts'
import { writeOwnRule } from '../../store/rule-rows.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { findOwnRule, readRule, requireRevision } from './find-rule.ts'

type Sources = Pick<AppContext, 'store' | 'rules'>

/** Begins a rule of the programme's own; it judges nothing until it is published. Its id is taken from its title, for good. */
export function beginRule(
  { store, rules }: Sources,
  member: Member,
  request: ChangeRequest,
  input: RuleDraftInput,
): Promise<RuleDetail> {
  return store.change(
    request,
    async (change) => {
      const id = freeId(input.document.title, change.before.programmeRules)
      await writeDraft(change, request.programme, { id, version: 1, before: undefined, input })
      return id
    },
    ({ after }, id) => readRule(after, rules, id, member),
  )
}

/**
 * Saves the draft of an own rule; what is published stays in force. Throws `not-found`, `stale-version`, and `conflict` for
 * a rule of the pack or one that has ended.
 */
export function saveDraft(
  { store, rules }: Sources,
  member: Member,
  request: ChangeRequest,
  { id, expected, input }: { id: string; expected: number; input: RuleDraftInput },
): Promise<RuleDetail> {
  return store.change(
    request,
    async (change) => {
      const { before } = change
      const entry = findOwnRule(before, rules, id)
      requireRevision(before, rules, member, { id, expected })
      if (entry.published?.state === 'ended')
        throw new AppError('conflict', 'This rule has ended, and its id is not used again. Write a new one.')
      const version = (entry.published?.version ?? 0) + 1
      await writeDraft(change, request.programme, { id, version, before: entry.draft, input })
    },
    ({ after }) => readRule(after, rules, id, member),
  )
}

async function writeDraft(
  change: Change,
  programme: string,
  draft: { id: string; version: number; before: OwnRuleVersion | undefined; input: RuleDraftInput },
): Promise<void> {
  const { id, version, before, input } = draft
  const { document, cases } = input
  const revision = change.note({
    action: before ? 'rule.draft-changed' : 'rule.drafted',
    kind: 'rule',
    id,
    title: document.title,
    before: before ? { version, document: before.document, cases: before.cases } : null,
    after: { version, document, cases },
    why: null,
  })
  const { actor: by, at } = change
  const saved: OwnRuleVersion = {
    id,
    version,
    revision,
    state: 'draft',
    document,
    cases,
    by,
    at,
    reason: null,
    until: null,
    ended: null,
  }
  await writeOwnRule(change.db, programme, saved)
  change.setRules(withOwnRule(change.before.programmeRules, saved))
}

/** An id that no rule of the programme has; those of the pack never begin like this. */
function freeId(title: string, { own }: ProgrammeRules): string {
  const wanted = `${OWN_PREFIX}${slugOf(title, 'rule')}`
  let id = wanted
  for (let count = 2; own.has(id); count += 1) id = `${wanted}-${count}`
  return id
}
