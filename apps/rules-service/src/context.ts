import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Documents } from './documents/create-documents.ts'
import type { People } from './people.ts'
import type { Rules } from './rules.ts'
import type { AttemptLimit } from './sign-in/attempt-limit.ts'
import type { Auth } from './sign-in/create-auth.ts'
import type { Sessions } from './sign-in/sessions.ts'
import type { ChangeFeed } from './store/change-feed.ts'
import type { Database } from './store/database.ts'
import type { Store } from './store/store.ts'

/** Everything a request can need, made once at start. */
export interface AppContext {
  config: Config
  log: Logger
  /** The present moment; tests put their own here. */
  now: () => Date
  database: Database
  store: Store
  rules: Rules
  people: People
  sessions: Sessions
  auth: Auth
  attempts: AttemptLimit
  changes: ChangeFeed
  documents: Documents
  /** Flips when the service is told to stop: not ready any more, and streams end. */
  stopping: AbortSignal
}
