import { readFile } from 'node:fs/promises'
import { ConfigError } from '../config.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  ENOTDIR: 'a part of its path is a file, and not a folder',
  EEXIST: 'there is a file in its place',
  ENOENT: 'nothing can be made there',
  EISDIR: 'there is a folder in its place',
}

/** Waits for something done to a path where signed heads are kept. Throws ConfigError, which says what is in its way. */
export async function orInWords<Result>(path: string, doing: Promise<Result>): Promise<Result> {
  try {
    return await doing
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new ConfigError(
      `Signed heads of the journal: ${path} cannot be opened (${reasons[code ?? ''] ?? message}). ` +
        'Put that right for the account that runs Workplan, or let WORKPLAN_HEADS name another folder.',
    )
  }
}

/** What a file says; null when it is not there. Throws ConfigError when it cannot be read. */
export function readIfThere(path: string): Promise<string | null> {
  const reading = readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return orInWords(path, reading)
}
