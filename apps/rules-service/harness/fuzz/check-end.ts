import type { Report, TaskView } from '@workplan/domain'
import { asc, eq } from 'drizzle-orm'
import { join } from 'node:path'
import { readHeadsFile } from '../../src/journal/heads-folder.ts'
import { verifyJournal } from '../../src/journal/verify-journal.ts'
import type { ReportVerification } from '../../src/verbs/reports/verify-report.ts'
import type { Database } from '../../src/store/database.ts'
import { differenceOfFlags } from '../../src/store/flag-difference.ts'
import { journal } from '../../src/store/schema/index.ts'
import { type ApiClient, clientWith } from '../api-client.ts'
import type { PreparedDatabase } from '../prepared-database.ts'
import { PROGRAMME, WRITER } from '../writers.ts'
import type { Model } from './model.ts'

const ID = 'bnssg'

/** What is not as the acknowledged writes say it must be, once nobody writes any more. */
export async function breachesAtEnd(
  model: Model,
  prepared: PreparedDatabase,
  address: () => string,
): Promise<string[]> {
  const opened = await prepared.open()
  try {
    const client = clientWith(await prepared.sessionOf(WRITER), address)
    return [
      ...(await wrongVersions(model, client)),
      ...(await wrongEntries(model, opened.database)),
      ...(await changedReports(model, client)),
      ...(await wrongFlags(prepared)),
      ...(await brokenChains(opened.database, prepared.folder)),
    ]
  } finally {
    await opened.close()
  }
}

/** Each acknowledged write made one version, and nothing else made any. */
async function wrongVersions(model: Model, client: ApiClient): Promise<string[]> {
  const breaches: string[] = []
  for (const [thing, { first, latest, writes }] of model.versions) {
    if (latest - first !== writes)
      breaches.push(`${thing}: ${writes} writes acknowledged from version ${first} to ${latest}`)
    const [kind = '', id = ''] = thing.split(' ')
    if (kind === 'rule') continue
    const answer = await client.send(`${PROGRAMME}/${kind}s/${id}`)
    const version = answer?.json<TaskView | Report>().version
    if (version !== latest) breaches.push(`${thing} has version ${version}, acknowledged was ${latest}`)
  }
  return breaches
}

/** Each acknowledged write is in the journal once, as what it was; a refused one is not in it. */
async function wrongEntries(model: Model, database: Database): Promise<string[]> {
  const rows = await database
    .select({ why: journal.why, action: journal.action, title: journal.title })
    .from(journal)
    .where(eq(journal.programme, ID))
    .orderBy(asc(journal.seq))
  const found = new Map<string, string[]>()
  for (const { why, action } of rows) {
    const mark = /fuzz mark \d+\./.exec(why ?? '')?.[0]
    if (mark !== undefined) found.set(mark, [...(found.get(mark) ?? []), action])
  }
  const missing = [...model.written].flatMap(([mark, action]) => {
    const actions = found.get(mark) ?? []
    return actions.length === 1 && actions[0]?.startsWith(action) === true
      ? []
      : [`${mark} is in the journal as ${actions.join(', ') || 'nothing'}, and should be once as ${action}`]
  })
  const unknown = [...found.keys()].filter((mark) => !model.written.has(mark))
  return [...missing, ...unknown.map((mark) => `${mark} is in the journal and was never acknowledged`)]
}

async function changedReports(model: Model, client: ApiClient): Promise<string[]> {
  const breaches: string[] = []
  for (const [id, hash] of model.issued) {
    const answer = await client.send(`${PROGRAMME}/reports/${id}/verify`)
    const verified = answer?.json<ReportVerification>()
    if (verified?.hash !== hash || !verified.matches)
      breaches.push(`report ${id} is not what was issued: ${answer?.text}`)
  }
  return breaches
}

/** The stored flags are those that the rules find now. */
async function wrongFlags({ readProgramme, rules }: PreparedDatabase): Promise<string[]> {
  const { state, flags, asAt, programmeRules } = await readProgramme(ID)
  const holding = rules.judge(state, asAt, programmeRules)
  const { written } = differenceOfFlags(flags, holding, { at: new Date(), asAt })
  return written.map(
    ({ id, status }) => `the flag ${id} is on record otherwise than the rules say (${status})`,
  )
}

async function brokenChains(database: Database, folder: string): Promise<string[]> {
  const outside = await readHeadsFile(join(folder, 'heads'))
  const verified = await verifyJournal(database, outside?.heads ?? [])
  return verified.flatMap(({ programme, fault }) =>
    fault ? [`the journal of ${programme} does not verify: ${JSON.stringify(fault)}`] : [],
  )
}
