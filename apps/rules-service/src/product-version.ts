import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Package = z.object({ version: z.string() })
const file = new URL('../../../package.json', import.meta.url)

/** The version of Workplan, from the project's package.json. */
export const productVersion = Package.parse(JSON.parse(readFileSync(file, 'utf8'))).version
