import type { ClinicalLeadInput, ClinicalLeadView, Post } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { clinicalLeadPost, clinicalLeadView } from './clinical-lead.ts'

/**
 * Says who holds the clinical lead's post, or that nobody does; version 0 where there is no such post yet. Throws
 * `invalid-input` for somebody outside the programme, `stale-version`, `conflict`.
 */
export function nameClinicalLead(
  { store }: AppContext,
  member: Member,
  request: ChangeRequest,
  { expectedVersion, person }: ClinicalLeadInput & { expectedVersion: number },
): Promise<ClinicalLeadView> {
  return store.change(
    request,
    async ({ before, put, requireVersion }) => {
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
      const seen = clinicalLeadView(before, member)
      if (seen.version !== expectedVersion) await requireVersion('post', post.id, expectedVersion, () => seen)
      put(
        'post',
        { ...post, holder: person, filled: person === null ? post.filled : true },
        {
          expectedVersion: expectedVersion === 0 ? null : expectedVersion,
          action: 'post.holder-named',
          why: null,
        },
      )
    },
    ({ after }) => clinicalLeadView(after, member),
  )
}
