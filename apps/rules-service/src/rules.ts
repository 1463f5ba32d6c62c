import type { FrameworkLibrary, IsoDate, ProgrammeState } from '@workplan/domain'
import { loadLibrary, loadRulebook, type Rulebook } from '@workplan/rulebook'
import { type ProgrammeRules, UNCHANGED_RULES } from './rules/programme-rules.ts'
import { evaluatorOf } from './rules/rules-of-programme.ts'
import { createJudge } from './rules/said-before.ts'
import type { JudgedFlag } from './store/programme.ts'

/** Frameworks and rules of this version of Workplan, and what they say of a programme. */
export interface Rules {
  library: FrameworkLibrary
  /** The rules as they are written; a programme may set them otherwise and have rules of its own. */
  rulebook: Rulebook
  /** Every flag that holds for a programme on a day. The same state, day and rules give the same flags. */
  judge(state: ProgrammeState, asAt: IsoDate, programmeRules?: ProgrammeRules): JudgedFlag[]
}

/** The rules and frameworks, read from their files. Throws when any of them is not as it should be. */
export function loadRules(): Rules {
  return rulesOver(loadLibrary(), loadRulebook())
}

/** What these rules say of programmes that answer to these frameworks. */
export function rulesOver(library: FrameworkLibrary, rulebook: Rulebook): Rules {
  const judge = createJudge(library)
  return {
    library,
    rulebook,
    judge(state, asAt, programmeRules = UNCHANGED_RULES) {
      return judge(state, asAt, evaluatorOf(rulebook, programmeRules, asAt))
    },
  }
}
