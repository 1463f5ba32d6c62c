import type { Report, ReportFormat } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { templateInUse } from '../templates/word-template-view.ts'

/**
 * The template that the file of a report is written on: of an issued report the one of its issue, of a draft the one in
 * use. Null for formats that have none, and where it is the one that Workplan has.
 */
export async function templateOfReport(
  { store }: Pick<AppContext, 'store'>,
  programme: string,
  { status, content }: Report,
  format: ReportFormat,
): Promise<Uint8Array | null> {
  if (format !== 'docx') return null
  const { state } = await store.readProgramme(programme)
  const frozen = content.wordTemplate
  const template =
    status === 'draft'
      ? templateInUse(state)
      : state.records['word-template'].find(({ id, sha256 }) => id === frozen?.id && sha256 === frozen.sha256)
  if (frozen && status !== 'draft' && !template)
    throw new Error(`the template ${frozen.id} of an issued report is not there`)
  return template ? Buffer.from(template.file, 'base64') : null
}
