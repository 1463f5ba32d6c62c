import type { ClinicalLeadView, Post, ProgrammeState } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** The post of the clinical lead; undefined when the programme has none. */
export function clinicalLeadPost({ records }: ProgrammeState): Post | undefined {
  const posts = records.post.filter(({ role }) => role === 'clinical-lead')
  return posts.find(({ holder }) => holder) ?? posts[0]
}

/** True when this person holds the clinical lead's post. */
export function isClinicalLead({ records }: ProgrammeState, person: string): boolean {
  return records.post.some(({ role, holder }) => role === 'clinical-lead' && holder === person)
}

/** Who holds the post, and whether this member may say who does. */
export function clinicalLeadView(
  { state, people, versions }: LoadedProgramme,
  member: Member,
): ClinicalLeadView {
  const post = clinicalLeadPost(state)
  const holder = people.get(post?.holder ?? '')
  return {
    person: holder ? { id: holder.id, name: holder.name } : null,
    version: post ? (versions.get(recordKey('post', post.id)) ?? 0) : 0,
    mayName: may(member, 'people.manage'),
  }
}
