import { WORD_TEMPLATE_MOST_BYTES, type WordTemplateChange, type WordTemplateView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import { sha256 } from '../../store/canonical-json.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { wordTemplateView } from './word-template-view.ts'

/** Templates that a programme keeps. None is given up, because issued reports rest on them. */
const MOST_TEMPLATES = 20

/** A template as it was given, and what is kept of it. */
interface GivenTemplate {
  name: string
  bytes: number
  sha256: string
  kept: Uint8Array
}

/**
 * Sets the template of Word documents, or goes back to the one that Workplan has. Throws `stale-version`, and
 * `invalid-input` for a file that cannot be a template.
 */
export async function changeWordTemplate(
  { store, documents }: Pick<AppContext, 'store' | 'documents'>,
  request: ChangeRequest,
  { template, expectedVersion }: WordTemplateChange & { expectedVersion: number },
): Promise<WordTemplateView> {
  const given = template && (await prepared(documents, template))
  const id = `${request.programme}.documents`
  return store.change(
    request,
    async (change) => {
      const before = wordTemplateView(change.before)
      if (before.version !== expectedVersion)
        await change.requireVersion('document-setting', id, expectedVersion, () => before)
      const wordTemplate = given && keepTemplate(change, given)
      if (wordTemplate === (before.template?.id ?? null)) return
      change.put(
        'document-setting',
        { id, title: 'How documents look', wordTemplate, source: { document: 'Workplan' } },
        {
          expectedVersion: before.version === 0 ? null : before.version,
          action: wordTemplate === null ? 'word-template.removed' : 'word-template.set',
          why: null,
        },
      )
    },
    ({ after }) => wordTemplateView(after),
  )
}

async function prepared(
  documents: AppContext['documents'],
  { name, file }: NonNullable<WordTemplateChange['template']>,
): Promise<GivenTemplate> {
  const given = Buffer.from(file, 'base64')
  const kept = await documents.prepareTemplate(given)
  if (Math.max(given.length, kept.length) > WORD_TEMPLATE_MOST_BYTES)
    throw new AppError('invalid-input', `${TOO_LARGE} Nothing was changed.`)
  return { name, bytes: given.length, sha256: sha256(given), kept }
}

/** The id of the template: of the one that is there already, or of a new one. */
function keepTemplate({ before, put }: Change, { name, kept, ...given }: GivenTemplate): string {
  const { 'word-template': templates } = before.state.records
  const known = templates.find((template) => template.sha256 === given.sha256)
  if (known) return known.id
  if (templates.length >= MOST_TEMPLATES)
    throw new AppError(
      'conflict',
      `${MOST_TEMPLATES} templates are kept, and issued reports rest on them. Choose one of their files again.`,
    )
  const id = idOfNew(before.state.programme.id, 'word-template', name)
  const file = Buffer.from(kept).toString('base64')
  put(
    'word-template',
    { id, title: name, ...given, file, source: { document: name } },
    { expectedVersion: null, action: 'word-template.added', why: null },
  )
  return id
}

const TOO_LARGE =
  'The file is larger than 300 kB. In Word make its pictures smaller (Picture Format, Compress Pictures), or take embedded fonts out.'
