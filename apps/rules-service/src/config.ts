import { join, resolve } from 'node:path'
import { z } from 'zod'
import {
  type ExposureConfig,
  exposureConfigOf,
  exposureVariables,
  faultOfExposure,
} from './http/exposure-config.ts'
import { faultOfMail, type MailConfig, mailConfigOf, mailVariables } from './mail/mail-config.ts'
import {
  faultOfSignIn,
  isLoopback,
  type SignInConfig,
  signInConfigOf,
  signInVariables,
} from './sign-in/sign-in-config.ts'

/** The root of the project, three folders up from this file. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../../..')

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Where the data are. */
export interface DatabaseConfig {
  /** Where the embedded database keeps its files. */
  dataFolder: string
  /** The PostgreSQL server to use; null for the embedded one. */
  databaseUrl: string | null
  /** The same server as the owner of the tables, to bring them up to date at start; null when somebody else does. */
  ownerUrl: string | null
  /** Where signed heads of the journal are kept outside the database; null when they are not. */
  headsFolder: string | null
}

export interface Config extends DatabaseConfig, ExposureConfig {
  port: number
  host: string
  /** True when one may sign in as one of the demonstration people, without a password. */
  demonstration: boolean
  /** How people sign in where this is no demonstration. */
  signIn: SignInConfig
  /** The secret that signs session cookies; null to keep a generated one in the data folder. */
  secret: string | null
  /** The address people use when it is not the one listened on, as behind a proxy. */
  publicUrl: string | null
  logLevel: LogLevel
  /** The commit that was built, when the build says it. */
  commit: string | null
  /** The Chromium that prints documents as PDF; null where there is none. */
  chromium: string | null
  /** How e-mails are sent; null where none are. */
  mail: MailConfig | null
}

/** A setting that cannot be used; its message says which one and what to do. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

const ServerUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4800),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORKPLAN_DATA: z.string().min(1).optional(),
  DATABASE_URL: ServerUrl.optional(),
  DATABASE_OWNER_URL: ServerUrl.optional(),
  WORKPLAN_HEADS: z.string().min(1).optional(),
  WORKPLAN_DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  WORKPLAN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  WORKPLAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKPLAN_COMMIT: z.string().optional(),
  WORKPLAN_CHROMIUM: z.string().min(1).optional(),
  ...signInVariables,
  ...exposureVariables,
  ...mailVariables,
})

/** The settings from environment variables; an empty one counts as not set. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settings = parseEnvironment(environment)
  const { databaseUrl, ...folders } = databaseConfigOf(settings)
  const demonstration = settings.WORKPLAN_DEMO ? settings.WORKPLAN_DEMO === '1' : databaseUrl === null
  refuseUnsafe(settings, databaseUrl, demonstration)
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl,
    ...folders,
    demonstration,
    signIn: signInConfigOf(settings),
    ...exposureConfigOf(settings),
    secret: settings.WORKPLAN_SECRET ?? null,
    publicUrl: settings.WORKPLAN_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    logLevel: settings.WORKPLAN_LOG,
    commit: settings.WORKPLAN_COMMIT ?? null,
    chromium: settings.WORKPLAN_CHROMIUM ?? null,
    mail: mailConfigOf(settings),
  }
}

/** As readConfig, but only where the data are: enough to look at them without a service. Throws ConfigError. */
export function readDatabaseConfig(environment: NodeJS.ProcessEnv = process.env): DatabaseConfig {
  return databaseConfigOf(parseEnvironment(environment))
}

type Settings = z.infer<typeof Environment>

function parseEnvironment(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  throw new ConfigError(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
  )
}

function databaseConfigOf({
  DATABASE_URL,
  DATABASE_OWNER_URL,
  WORKPLAN_DATA,
  WORKPLAN_HEADS,
}: Settings): DatabaseConfig {
  if (DATABASE_OWNER_URL !== undefined && DATABASE_URL === undefined)
    throw new ConfigError(
      'DATABASE_OWNER_URL is set, and DATABASE_URL is not: nothing says which role the service works by. ' +
        'Set DATABASE_URL to the same database with that role, or unset DATABASE_OWNER_URL to use the embedded database.',
    )
  const dataFolder = WORKPLAN_DATA ? resolve(WORKPLAN_DATA) : join(PROJECT_ROOT, '.workplan')
  const ofEmbedded = DATABASE_URL === undefined ? join(dataFolder, 'heads') : null
  return {
    dataFolder,
    databaseUrl: DATABASE_URL ?? null,
    ownerUrl: DATABASE_OWNER_URL ?? null,
    headsFolder: WORKPLAN_HEADS ? resolve(WORKPLAN_HEADS) : ofEmbedded,
  }
}

function refuseUnsafe(settings: Settings, databaseUrl: string | null, demonstration: boolean): void {
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
  const open = demonstration ? openAddress(settings) : null
  if (open !== null)
    throw new ConfigError(
      `${open} is open to other machines, and in a demonstration anyone can sign in without a password. ` +
        'Set WORKPLAN_DEMO=0 and a way to sign in, or stay on this machine: HOST=127.0.0.1 and no WORKPLAN_PUBLIC_URL.',
    )
  const fault =
    faultOfSignIn(settings, databaseUrl !== null) ??
    (demonstration ? null : faultOfExposure(settings)) ??
    faultOfMail(settings)
  if (fault !== null) throw new ConfigError(fault)
}

/** The setting by which other machines reach the service; null when none does. */
function openAddress({ HOST, WORKPLAN_PUBLIC_URL }: Settings): string | null {
  if (!isLoopback(HOST)) return `HOST=${HOST}`
  if (WORKPLAN_PUBLIC_URL === undefined) return null
  const { hostname } = new URL(WORKPLAN_PUBLIC_URL)
  return isLoopback(hostname.replace(/^\[|\]$/g, '')) ? null : `WORKPLAN_PUBLIC_URL=${WORKPLAN_PUBLIC_URL}`
}

/**
 * The environment of the programs we start: ours, with messages in English whatever language this machine speaks, and
 * without what this account sets for other servers of PostgreSQL.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !/^PG[A-Z]/.test(name))
  return { ...Object.fromEntries(ours), LC_ALL: 'C', LANG: 'C' }
}
