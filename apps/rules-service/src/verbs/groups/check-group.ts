import type { GovernanceGroup } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Throws `invalid-input` when a group has the name of another that still meets, a chair who is nobody here, or no end. */
export function checkGroup(
  group: GovernanceGroup,
  before: GovernanceGroup | null,
  { state, people }: LoadedProgramme,
): void {
  const { id, name, kind, chair, endsOn } = group
  const errors: { path: string; message: string }[] = []
  const namesake = state.records.group.find(
    (other) => other.id !== id && other.state !== 'retired' && isSameName(other.name, name),
  )
  if (namesake) errors.push({ path: 'name', message: `There is a group called ${namesake.name} already` })
  if (chair !== null && chair !== before?.chair && !people.has(chair))
    errors.push({ path: 'chair', message: `There is no person ${chair} in this programme` })
  if (kind === 'task-and-finish' && endsOn === null && (before?.kind !== kind || before.endsOn !== null))
    errors.push({ path: 'endsOn', message: 'A task and finish group needs a date on which it ends' })
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The group does not fit together. Nothing was changed.', { errors })
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
