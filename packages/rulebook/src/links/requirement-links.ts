import type { FrameworkLibrary, ProgrammeState, Requirement, Task } from '@workplan/domain'

/** What stands behind each requirement of a programme. */
export interface RequirementLinks {
  /** Tasks that serve the requirement itself or one below it, or that a crosswalk row links to it. */
  tasksOf(requirementId: string): Task[]
  /** Scored measures below the requirement, or linked to it by a crosswalk row. */
  measuresOf(requirementId: string): Requirement[]
  /** Requirements that crosswalk rows name together with this one. */
  linkedRequirements(requirementId: string): Requirement[]
}

/** The links of a programme's requirements, indexed once. */
export function requirementLinks(_state: ProgrammeState, _library: FrameworkLibrary): RequirementLinks {
  return { tasksOf: () => [], measuresOf: () => [], linkedRequirements: () => [] }
}
