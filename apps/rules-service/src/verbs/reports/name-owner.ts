import type { SectionOwnerInput, SectionOwnerView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { SECTION_TITLES } from '../../documents/content/words.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { ownerRecordId, ownerView } from './read-writing.ts'
import { findReport } from './report-rows.ts'

/**
 * Names who writes a section of a draft; everybody who may change the draft may still write in it. Throws `not-found`,
 * `not-allowed`, `stale-version`, `conflict` for a report that is no draft, `invalid-input` for somebody who is no member.
 */
export function nameOwner(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  {
    report: id,
    expectedVersion,
    section,
    owner,
  }: SectionOwnerInput & { report: string; expectedVersion: number },
): Promise<SectionOwnerView> {
  return store.change(
    request,
    async ({ before, db, put }) => {
      const report = await findReport(db, request.programme, id)
      requireAction(member, 'report.edit', { group: report.group })
      if (report.status !== 'draft')
        throw new AppError('conflict', 'Only a draft is written; this report is one no more.')
      const now = ownerView(before, id, section)
      if (now.version !== expectedVersion)
        throw new AppError(
          'stale-version',
          'Somebody else named who writes this section. Look at it again.',
          {
            current: now,
          },
        )
      if (owner !== null && !before.people.has(owner)) throw nobody(owner)
      const title = `${SECTION_TITLES[section]}, ${report.title}`
      put(
        'section-owner',
        {
          id: ownerRecordId(id, section),
          source: { document: report.title, section: SECTION_TITLES[section] },
          ...{ title, report: id, section, owner },
        },
        { expectedVersion: expectedVersion || null, action: 'section.owner-named', why: null },
      )
    },
    ({ after }) => ownerView(after, id, section),
  )
}

function nobody(owner: string): AppError {
  return new AppError('invalid-input', 'The section was not given to anybody.', {
    errors: [{ path: 'owner', message: `There is no person ${owner} in this programme` }],
  })
}
