import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'
import type { AppContext } from './context.ts'
import { createDocuments } from './documents/create-documents.ts'
import { loadDemonstration } from './demonstration/load-demonstration.ts'
import { openHeadsFile } from './journal/heads-folder.ts'
import { settleLeftHeads } from './journal/unsettled-heads.ts'
import { witnessSecurity } from './journal/witness-security.ts'
import { createWitness, type Witness } from './journal/witness.ts'
import { createPeople } from './people.ts'
import { loadRules } from './rules.ts'
import { createAttemptLimit } from './sign-in/attempt-limit.ts'
import { createAuth } from './sign-in/create-auth.ts'
import { keptSecret } from './sign-in/secret.ts'
import { createSessions } from './sign-in/sessions.ts'
import { openChangeFeed } from './store/change-feed.ts'
import { createStore } from './store/create-store.ts'
import { judgedFirst } from './store/judged-first.ts'
import { type OpenDatabase, openConfiguredDatabase } from './store/open-database.ts'

export interface OpenContext {
  context: AppContext
  /** Ends what a stop ends first: readiness and the live streams. */
  stop(): void
  /** Lets go of the database; nothing may use the context afterwards. */
  close(): Promise<void>
}

/** Everything the service needs, ready to serve. `report` is told about steps that take long. */
export async function openContext(config: Config, report: (step: string) => void): Promise<OpenContext> {
  const log = createLog(config)
  const opened = await openConfiguredDatabase(config, log, report)
  try {
    return await contextOver(config, log, opened, report)
  } catch (error) {
    await opened.close().catch(() => undefined)
    throw error
  }
}

/** The log, as lines of JSON on standard output. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/** Null, and said so, when there is no place outside the database to keep heads in. */
async function openWitness(
  { headsFolder }: Pick<Config, 'headsFolder'>,
  sources: Pick<AppContext, 'now' | 'log' | 'database'>,
  report: (step: string) => void,
): Promise<Witness | null> {
  if (headsFolder !== null) {
    await settleLeftHeads(headsFolder, sources.database, report)
    return createWitness({ ...sources, file: await openHeadsFile(headsFolder) })
  }
  report(
    'Keeping no signed heads of the journal outside the database; set WORKPLAN_HEADS to a folder for them',
  )
  return null
}

async function contextOver(
  config: Config,
  log: Logger,
  opened: OpenDatabase,
  report: (step: string) => void,
): Promise<OpenContext> {
  const { database } = opened
  const now = () => new Date()
  const rules = loadRules()
  const witness = await openWitness(config, { now, log, database }, report)
  const store = judgedFirst(createStore({ database, rules, now, witness }))
  if (config.demonstration) await loadDemonstration({ database, store, rules, now }, report)
  const auth = createAuth({
    config,
    database,
    secret: config.secret ?? (await keptSecret(config.dataFolder)),
    log,
    now,
  })
  const changes = await openChangeFeed(opened.connection, log)
  const endOfSecurity = witness && witnessSecurity({ database, changes, witness, log })
  const documents = createDocuments(config)
  const stopping = new AbortController()
  const context: AppContext = {
    config,
    log,
    now,
    database,
    store,
    rules,
    people: createPeople(database),
    sessions: createSessions({ auth, database, config, now }),
    auth,
    attempts: createAttemptLimit(database, now),
    changes,
    documents,
    stopping: stopping.signal,
  }
  return {
    context,
    stop: () => stopping.abort(),
    close: async () => {
      await endOfSecurity?.()
      await changes.close()
      await documents.stop()
      await witness?.close()
      await opened.close()
    },
  }
}
