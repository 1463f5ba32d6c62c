import type { ClinicalLeadNamed, Post } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { clinicalLeadPost } from './clinical-lead.ts'

/** Says who holds the clinical lead's post, or that nobody does. Throws `invalid-input` for somebody outside the programme. */
export function nameClinicalLead(
  { store }: AppContext,
  request: ChangeRequest,
  { person }: ClinicalLeadNamed,
): Promise<ClinicalLeadNamed> {
  return store.change(
    request,
    ({ before, put }) => {
      if (person !== null && !before.people.has(person))
        throw new AppError('invalid-input', 'The post can only be held by somebody of this programme.', {
          errors: [{ path: 'person', message: `There is no person ${person} in this programme` }],
        })
      const { programme } = before.state
      const found = clinicalLeadPost(before.state)
      const post: Post = found ?? {
        id: `${programme.id}.role.clinical-lead`,
        source: { document: 'Workplan', section: 'Named by the programme office' },
        title: 'Clinical lead',
        role: 'clinical-lead',
        filled: null,
        group: null,
      }
      put(
        'post',
        { ...post, holder: person, filled: person === null ? post.filled : true },
        {
          expectedVersion: before.versions.get(recordKey('post', post.id)) ?? null,
          action: 'post.holder-named',
          why: null,
        },
      )
    },
    () => ({ person }),
  )
}
