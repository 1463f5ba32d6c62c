import type { FrameworkLibrary } from '@workplan/domain'
import type { Evaluator, Rulebook } from '@workplan/rulebook'

/** Frameworks and rules, with the evaluator that applies them. */
export interface Rules {
  library: FrameworkLibrary
  rulebook: Rulebook
  evaluator: Evaluator
  /** Differs when rules, frameworks or the way facts are computed differ. */
  fingerprint: string
}
