import { parseData, RuleCaseInput, RuleDocument } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import {
  type OwnRuleVersion,
  type ProgrammeRules,
  type RuleSetting,
  UNCHANGED_RULES,
} from '../rules/programme-rules.ts'
import type { Transaction } from './database.ts'
import { programmeRules, ruleSettings } from './schema/index.ts'

/** What a programme did to its rules, with every version. */
export async function readProgrammeRules(db: Transaction, programme: string): Promise<ProgrammeRules> {
  const settings = await db
    .select()
    .from(ruleSettings)
    .where(eq(ruleSettings.programme, programme))
    .orderBy(asc(ruleSettings.rule), asc(ruleSettings.version))
  const own = await db
    .select()
    .from(programmeRules)
    .where(eq(programmeRules.programme, programme))
    .orderBy(asc(programmeRules.id), asc(programmeRules.version))
  return programmeRulesOf(settings.map(settingOfRow), own.map(ownRuleOfRow))
}

/** Rules from all their versions, of each rule the oldest first. */
export function programmeRulesOf(
  settings: readonly RuleSetting[],
  own: readonly OwnRuleVersion[],
): ProgrammeRules {
  if (settings.length === 0 && own.length === 0) return UNCHANGED_RULES
  return {
    settings: Map.groupBy(settings, ({ rule }) => rule),
    own: Map.groupBy(own, ({ id }) => id),
  }
}

export async function writeSetting(db: Transaction, programme: string, setting: RuleSetting): Promise<void> {
  await db.insert(ruleSettings).values({ programme, ...setting })
}

/** Writes a version of an own rule, new or known. */
export async function writeOwnRule(
  db: Transaction,
  programme: string,
  version: OwnRuleVersion,
): Promise<void> {
  await db
    .insert(programmeRules)
    .values({ programme, ...version })
    .onConflictDoUpdate({
      target: [programmeRules.programme, programmeRules.id, programmeRules.version],
      set: version,
    })
}

export async function deleteDraft(db: Transaction, programme: string, id: string): Promise<void> {
  await db
    .delete(programmeRules)
    .where(
      and(
        eq(programmeRules.programme, programme),
        eq(programmeRules.id, id),
        eq(programmeRules.state, 'draft'),
      ),
    )
}

/** A version of an own rule, checked. */
export function ownRuleOfRow({ programme, ...row }: typeof programmeRules.$inferSelect): OwnRuleVersion {
  const place = `rules of ${programme}, ${row.id}`
  return {
    ...row,
    document: parseData(RuleDocument, row.document, place),
    cases: parseData(z.array(RuleCaseInput), row.cases, place),
  }
}

export function settingOfRow({
  programme: _programme,
  ...setting
}: typeof ruleSettings.$inferSelect): RuleSetting {
  return setting
}
