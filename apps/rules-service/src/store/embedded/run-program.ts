import { spawn } from 'node:child_process'
import { programEnvironment } from '../../config.ts'

/** The account a program runs under; null for our own. */
export type Account = { name: string; uid: number; gid: number } | null

export interface ProgramResult {
  /** The exit status; null when it could not be started or was killed. */
  status: number | null
  /** What it wrote, both streams together. */
  output: string
}

/** Runs a program to its end from the root folder, so that the account needs no right to ours. Never rejects. */
export function runProgram(
  command: string,
  args: readonly string[],
  account: Account,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: process.platform === 'win32' ? undefined : '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: programEnvironment(),
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    const chunks: string[] = []
    const collect = (chunk: Buffer) => chunks.push(chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ status: null, output: `${command}: ${error.message}` }))
    child.on('close', (status) => resolve({ status, output: chunks.join('').trim() }))
  })
}
