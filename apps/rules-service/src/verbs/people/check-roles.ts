import { AppError } from '../../errors.ts'
import type { Membership } from '../../policy.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Throws `invalid-input` when a role names a workstream or group that the programme does not have. */
export function checkRoles({ state }: LoadedProgramme, roles: readonly Membership[]): void {
  const workstreams = new Map(state.records.workstream.map(({ id, app }) => [id, app]))
  const groups = new Set(state.records.group.map(({ id }) => id))
  const errors = roles.flatMap(({ app, workstreams: named, groups: of }, place) => [
    ...(named ?? [])
      .filter((id) => workstreams.get(id) !== app)
      .map((id) => ({
        path: `roles.${place}.workstreams`,
        message: `There is no workstream ${id} in this app`,
      })),
    ...(of ?? [])
      .filter((id) => !groups.has(id))
      .map((id) => ({ path: `roles.${place}.groups`, message: `There is no group ${id} in this programme` })),
  ])
  if (errors.length > 0)
    throw new AppError('invalid-input', 'A role names something that is not there. Nothing was changed.', {
      errors,
    })
}
