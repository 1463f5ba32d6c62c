import type { Post, ProgrammeState } from '@workplan/domain'

/** The post of the clinical lead; undefined when the programme has none. */
export function clinicalLeadPost({ records }: ProgrammeState): Post | undefined {
  const posts = records.post.filter(({ role }) => role === 'clinical-lead')
  return posts.find(({ holder }) => holder) ?? posts[0]
}

/** True when this person holds the clinical lead's post. */
export function isClinicalLead({ records }: ProgrammeState, person: string): boolean {
  return records.post.some(({ role, holder }) => role === 'clinical-lead' && holder === person)
}
