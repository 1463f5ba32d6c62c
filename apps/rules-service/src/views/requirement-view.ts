import type {
  Audience,
  FrameworkLibrary,
  ProgrammeState,
  Requirement,
  RequirementKind,
  RequirementRef,
  RequirementView,
} from '@workplan/domain'
import { requirementLinks } from '@workplan/rulebook'
import { concerns } from './audience.ts'
import { currentRound } from './current-round.ts'

/** What a list of requirements can be narrowed by. */
export interface RequirementFilter {
  kind?: RequirementKind
  audience?: Audience
  framework?: string
  q?: string
}

/** The requirements of the programme's frameworks in their own order, with what stands behind each. */
export function requirementViews(
  state: ProgrammeState,
  library: FrameworkLibrary,
  filter: RequirementFilter = {},
): RequirementView[] {
  const links = requirementLinks(state, library)
  const round = currentRound(state, library)
  const words = filter.q?.trim().toLowerCase()
  return links.tree.all
    .filter(
      (entry) =>
        (filter.kind === undefined || entry.kind === filter.kind) &&
        (filter.framework === undefined || entry.framework === filter.framework) &&
        (filter.audience === undefined || concerns(entry.audience, filter.audience)) &&
        (!words || textOf(entry).includes(words)),
    )
    .map((entry) => ({
      ...entry,
      tasks: links.tasksOf(entry.id).map((task) => task.id),
      linked: links.linkedRequirements(entry.id).map(requirementRef),
      answer: answerOf(entry.id, round),
    }))
}

/** A requirement as other views point to it. */
export function requirementRef({ id, kind, number, title }: Requirement): RequirementRef {
  return { id, kind, number, title }
}

function answerOf(measure: string, round: ReturnType<typeof currentRound>): RequirementView['answer'] {
  const answer = round?.answerOf.get(measure)
  if (!answer) return null
  const { id, state, level, evidence, evidenceState, gap } = answer
  return { id, state, level, evidence, evidenceState, gap }
}

function textOf({ id, number, title, description }: Requirement): string {
  return [id, number, title, description].filter(Boolean).join(' ').toLowerCase()
}
