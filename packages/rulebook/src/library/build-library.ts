import { CrosswalkLink, Framework, parseData, type FrameworkLibrary } from '@workplan/domain'
import { z } from 'zod'
import { checkReferences } from './check-references.ts'
import { readYaml } from './read-yaml.ts'

/** The one file of the folder that holds links instead of a framework. */
const CROSSWALK_FILE = 'frameworks/crosswalks.yaml'

const CrosswalkFile = z.strictObject({ links: z.array(CrosswalkLink) })

/** One framework from its YAML text; throws a DataError naming file, record and field. */
export function parseFramework(text: string, file: string): Framework {
  return parseData(Framework, readYaml(text, file), file)
}

/** The links of the crosswalk file; throws a DataError naming file, record and field. */
function parseCrosswalk(text: string, file: string): CrosswalkLink[] {
  return parseData(CrosswalkFile, readYaml(text, file), file).links
}

/**
 * A library out of YAML texts by file name, frameworks in the order given. Every id is used once and every
 * requirement that is named exists; otherwise throws a DataError naming file, record and field.
 */
export function buildLibrary(files: Readonly<Record<string, string>>): FrameworkLibrary {
  const parsed = Object.entries(files)
    .filter(([file]) => file !== CROSSWALK_FILE)
    .map(([file, text]) => ({ file, framework: parseFramework(text, file) }))
  const crosswalk = parseCrosswalk(files[CROSSWALK_FILE] ?? 'links: []', CROSSWALK_FILE)
  const requirements = checkReferences(parsed, { file: CROSSWALK_FILE, links: crosswalk })
  return { frameworks: parsed.map(({ framework }) => framework), crosswalk, requirements }
}
