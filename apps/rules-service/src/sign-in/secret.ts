import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { keepFirst, makeFolder } from '../durable-file.ts'

/** The secret kept in the data folder, made at the first call; readable for our own account alone. */
export async function keptSecret(dataFolder: string): Promise<string> {
  await makeFolder(dataFolder)
  const kept = await keepFirst(join(dataFolder, 'secret'), () => randomBytes(32).toString('base64url'))
  return kept.toString()
}
