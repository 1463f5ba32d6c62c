import { mentionsIn } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** The people whom a text mentions; throws `invalid-input` for one who is not a member. `known` are left alone. */
export function checkMentions(
  text: string,
  { people }: Pick<LoadedProgramme, 'people'>,
  known: readonly string[] = [],
): string[] {
  const mentions = mentionsIn(text)
  const strangers = mentions.filter((id) => !people.has(id) && !known.includes(id))
  if (strangers.length === 0) return mentions
  throw new AppError(
    'invalid-input',
    'The comment mentions somebody who is not in this programme. Nothing was saved.',
    {
      errors: strangers.map((id) => ({
        path: 'text',
        message: `There is no person ${id} in this programme`,
      })),
    },
  )
}
