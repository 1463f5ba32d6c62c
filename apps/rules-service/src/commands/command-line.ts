import { parseArgs, type ParseArgsConfig } from 'node:util'
import { BackupError } from '../backup/backup-error.ts'
import { ConfigError } from '../config.ts'
import { isDatabaseUnavailable } from '../store/database-errors.ts'
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts'
import { NewerSchemaError } from '../store/migrations.ts'
import { refusalInWords } from '../store/refusal-in-words.ts'

/** How a command ended: done, refused or failed, or called in a way it does not know. */
export const exitCode = { done: 0, failed: 1, usage: 2, brokenJournal: 3, notReady: 4 } as const

/** Arguments that a command does not know, or is missing. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** The options and words that follow a command; pnpm may pass its `--` on. Throws UsageError. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  const args = process.argv.slice(2).filter((word) => word !== '--')
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Runs a command; what went wrong is said in words, without a trace when it was foreseen. */
export async function runToTheEnd(
  failure: string,
  help: string,
  command: () => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    const usage = error instanceof UsageError
    process.stderr.write(`${failure}: ${inWords(error)}\n${usage ? `\n${help}` : ''}`)
    process.exitCode = usage ? exitCode.usage : exitCode.failed
  }
}

/** A line for whoever waits; results go to standard output. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function inWords(error: unknown): string {
  const foreseen = [BackupError, ConfigError, EmbeddedDatabaseError, NewerSchemaError, UsageError]
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message
  if (isDatabaseUnavailable(error))
    return 'the database cannot be reached. Is it running, and is DATABASE_URL right?'
  const refusal = refusalInWords(error)
  if (refusal !== null) return refusal
  // Drizzle's own message holds the query with its values, which may be anybody's.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
