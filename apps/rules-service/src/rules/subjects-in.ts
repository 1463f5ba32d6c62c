import type { FrameworkLibrary, RecordRefView } from '@workplan/domain'
import { type Rulebook, type Subject, subjectsOf } from '@workplan/rulebook'
import type { LoadedProgramme } from '../store/programme.ts'
import { evaluatorOf } from './rules-of-programme.ts'

/** A programme as it is judged. */
type Judged = Pick<LoadedProgramme, 'state' | 'asAt'>

const subjects = new WeakMap<Judged, readonly Subject[]>()
const notAssessable = new WeakMap<LoadedProgramme, ReadonlyMap<string, RecordRefView[]>>()

/** Everything in a programme that rules can judge, with its facts; found once for each reading of the programme. */
export function subjectsIn(programme: Judged, library: FrameworkLibrary): readonly Subject[] {
  const known = subjects.get(programme)
  if (known) return known
  const found = subjectsOf(programme.state, library, programme.asAt)
  subjects.set(programme, found)
  return found
}

/** By rule: what it cannot judge because something is not known. */
export function notAssessableIn(
  programme: LoadedProgramme,
  { library, rulebook }: { library: FrameworkLibrary; rulebook: Rulebook },
): ReadonlyMap<string, RecordRefView[]> {
  const known = notAssessable.get(programme)
  if (known) return known
  const evaluator = evaluatorOf(rulebook, programme.programmeRules, programme.asAt)
  const byRule = new Map<string, RecordRefView[]>()
  for (const { rule, subject } of evaluator.judge(subjectsIn(programme, library)).notAssessable) {
    const others = byRule.get(rule.id) ?? []
    byRule.set(rule.id, others)
    others.push({ kind: subject.kind, id: subject.id, title: subject.title })
  }
  notAssessable.set(programme, byRule)
  return byRule
}
