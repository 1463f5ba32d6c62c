import { flushCompileCache } from 'node:module'
import { inspect } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { startService } from './serve.ts'
import { isDatabaseUnavailable } from './store/database-errors.ts'
import { EmbeddedDatabaseError } from './store/embedded/embedded-database-error.ts'
import { NewerSchemaError } from './store/migrations.ts'
import { refusalInWords } from './store/refusal-in-words.ts'

/** What went wrong, as briefly as the reader needs it to put it right. */
function inWords(error: unknown): unknown {
  const foreseen = [ConfigError, EmbeddedDatabaseError, NewerSchemaError]
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is in use, perhaps by Workplan itself. Stop that first, or set PORT to another number.'
  if (isDatabaseUnavailable(error))
    return `The database cannot be reached (${String(error)}). Is it running, and is DATABASE_URL right?`
  return refusalInWords(error) ?? error
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(about: unknown): void {
  process.stderr.write(`${typeof about === 'string' ? about : inspect(about)}\n`)
}

function fail(error: unknown): never {
  complain(inWords(error))
  process.exit(1)
}

try {
  const config = readConfig()
  const starting = startService(config, (step) => say(`${step} ...`))
  let stopping = false
  const stop = () => {
    // The same request comes twice when a terminal and the command that started this both pass it on.
    if (stopping) return
    stopping = true
    say('Stopping ...')
    // Also when the start is still under way: the database must not be left running.
    starting.then((service) => service.stop()).then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)

  const { address } = await starting
  say(`Workplan is at ${address}/`)
  // Also for a process that is killed one day.
  flushCompileCache()
  if (config.demonstration)
    say('This is a demonstration: choose a person on the sign-in page. No password is needed.')
  say('Stop with Ctrl-C.')
} catch (error) {
  fail(error)
}
