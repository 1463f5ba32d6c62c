import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

/** The root folder of the repository, absolute. */
export const repositoryRoot = resolve(import.meta.dirname, '..')

/** How a command ended: its exit code (1 when it could not start or was stopped by a signal) and what it printed. */
export interface CommandResult {
  code: number
  output: string
}

/** What may be set for one command: where its output goes, and variables added to the environment. */
export interface CommandOptions {
  show?: boolean
  env?: Record<string, string>
}

/** The environment of every command: the repository's own tools first on the path, telemetry off, colours at a terminal only. */
export function commandEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const tools = join(repositoryRoot, 'node_modules', '.bin')
  return {
    ...process.env,
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
    PATH: [tools, process.env['PATH']].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    ...extra,
  }
}

/** Runs a command in the root folder; with `show` its output goes straight to the terminal and is not kept. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    env: commandEnvironment(options.env),
    shell: process.platform === 'win32',
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
  })
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  }
  return new Promise((settle) => {
    child.once('error', (error) => settle({ code: 1, output: `${command}: ${error.message}` }))
    child.once('close', (code) => settle({ code: code ?? 1, output: chunks.join('') }))
  })
}
