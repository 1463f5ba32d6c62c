import { readdirSync, readFileSync } from 'node:fs'
import { loadConditions } from './load-conditions.ts'
import { parseRule, type RuleFiles } from './parse-rule.ts'
import type { Rulebook } from './rule.ts'

const FOLDER = new URL('../../rules/', import.meta.url)

let rulebook: Rulebook | undefined

/** The rules kept in this package, in order of their ids; files are read at the first call. Throws a DataError for bad data. */
export function loadRulebook(): Rulebook {
  rulebook ??= readRulebook()
  return rulebook
}

function readRulebook(): Rulebook {
  const conditions = loadConditions()
  return { rules: readRuleFiles().map((files) => parseRule(files, conditions)), conditions }
}

/** The files of every folder under `rules`, in order of the folders' names. */
export function readRuleFiles(): RuleFiles[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => name)
    .toSorted()
    .map((folder) => ({
      folder,
      rule: readFileSync(new URL(`${folder}/rule.yaml`, FOLDER), 'utf8'),
      cases: readFileSync(new URL(`${folder}/cases.yaml`, FOLDER), 'utf8'),
    }))
}
