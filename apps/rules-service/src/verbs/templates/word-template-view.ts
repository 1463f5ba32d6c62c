import type { ProgrammeState, WordTemplate, WordTemplateView } from '@workplan/domain'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** The template that Word documents are written on now; null for the one that Workplan has. */
export function templateInUse({ records }: ProgrammeState): WordTemplate | null {
  const id = records['document-setting'][0]?.wordTemplate ?? null
  return id === null ? null : (records['word-template'].find((template) => template.id === id) ?? null)
}

/** What is kept of the template in use; null for the one that Workplan has. */
export function templateFile(state: ProgrammeState): Uint8Array | null {
  const template = templateInUse(state)
  return template && Buffer.from(template.file, 'base64')
}

/** The template in use, with the version that a change starts from. */
export function wordTemplateView({ state, versions }: LoadedProgramme): WordTemplateView {
  const [setting] = state.records['document-setting']
  const version = setting ? (versions.get(recordKey('document-setting', setting.id)) ?? 0) : 0
  const template = templateInUse(state)
  if (template === null) return { version, template: null }
  const { id, title, bytes, sha256 } = template
  return { version, template: { id, title, bytes, sha256 } }
}
