import { join, resolve } from 'node:path'
import { z } from 'zod'

/** The root of the project, three folders up from this file. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../../..')

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface Config {
  port: number
  host: string
  /** Where the embedded database keeps its files. */
  dataFolder: string
  /** The PostgreSQL server to use; null for the embedded one. */
  databaseUrl: string | null
  /** True when one may sign in as one of the demonstration people, without a password. */
  demonstration: boolean
  /** The secret that signs session cookies; null to keep a generated one in the data folder. */
  secret: string | null
  /** The address people use when it is not the one listened on, as behind a proxy. */
  publicUrl: string | null
  logLevel: LogLevel
  /** The commit that was built, when the build says it. */
  commit: string | null
}

/** A setting that cannot be used; its message says which one and what to do. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4800),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORKPLAN_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  WORKPLAN_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  WORKPLAN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  WORKPLAN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WORKPLAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKPLAN_COMMIT: z.string().optional(),
})

/** The settings from environment variables; an empty one counts as not set. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  const settings = parsed.data
  const databaseUrl = settings.DATABASE_URL ?? null
  const demonstration = settings.WORKPLAN_DEMO ? settings.WORKPLAN_DEMO === '1' : databaseUrl === null
  refuseUnsafe(settings, databaseUrl, demonstration)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: settings.WORKPLAN_DATA ? resolve(settings.WORKPLAN_DATA) : join(PROJECT_ROOT, '.workplan'),
    databaseUrl,
    demonstration,
    secret: settings.WORKPLAN_SECRET ?? null,
    publicUrl: settings.WORKPLAN_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    logLevel: settings.WORKPLAN_LOG,
    commit: settings.WORKPLAN_COMMIT ?? null,
  }
}

function refuseUnsafe(
  settings: z.infer<typeof Environment>,
  databaseUrl: string | null,
  demonstration: boolean,
): void {
  if (databaseUrl !== null && demonstration)
    throw new ConfigError(
      'WORKPLAN_DEMO=1 lets anyone sign in without a password, and DATABASE_URL points to a database of real people. ' +
        'Unset one of the two: DATABASE_URL to try Workplan with the examples, WORKPLAN_DEMO to run it for real.',
    )
  if (databaseUrl !== null && !settings.WORKPLAN_SECRET)
    throw new ConfigError(
      'WORKPLAN_SECRET is needed with DATABASE_URL: a random text of at least 32 characters that signs the session cookies. ' +
        'Make one with: openssl rand -base64 32',
    )
  if (demonstration && settings.WORKPLAN_DEMO === undefined && !isLoopback(settings.HOST))
    throw new ConfigError(
      `HOST=${settings.HOST} is open to other machines, and in demonstration mode anyone can sign in without a password. ` +
        'Set WORKPLAN_DEMO=1 if that is what you want, WORKPLAN_DEMO=0 to switch it off, or HOST=127.0.0.1 to stay on this machine.',
    )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** The environment of the programs we start: ours, with messages in English whatever language this machine speaks. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LANG: 'C' }
}
