import { RAG_DEFINITIONS } from './rag.ts'
import type { RagDimension } from './report.ts'

/** From this share of the measures about staff at level 3 and above, in percent, readiness is green. */
export const READY_FROM_PERCENT = 75

/** Below this share, in percent, readiness is red. */
export const NOT_READY_BELOW_PERCENT = 25

/** Above this share of level 3 and above without evidence, in percent, evidence is red. */
export const EVIDENCE_RED_ABOVE_PERCENT = 25

/**
 * How each part of a report is rated. There is no national standard; these are this product's definitions, and a
 * secretary may put another rating in their place with a reason. What the colours mean is in `RAG_DEFINITIONS`.
 */
export const RATING_DEFINITIONS: Record<RagDimension, string> = {
  overall: `The worst of the others. Red: ${RAG_DEFINITIONS.red.toLowerCase()}. Amber: ${RAG_DEFINITIONS.amber.toLowerCase()}. Green: ${RAG_DEFINITIONS.green.toLowerCase()}.`,
  schedule:
    'All tasks and milestones against their due dates. Red: one is more than two weeks late. Amber: one is late, or blocked.',
  workforce: `Tasks about staff as for schedule, and the measures about staff (ambition 5, and those that name the workforce). Red: fewer than ${NOT_READY_BELOW_PERCENT}% of them at level 3 and above. Amber: fewer than ${READY_FROM_PERCENT}%, or one unanswered.`,
  funding:
    'Open tasks that need money. Red: one is blocked until it is found. Amber: one needs it and goes on without. Not rated while no task says whether it needs any.',
  evidence: `Measures at level 3 and above whose evidence box is empty. Red: more than ${EVIDENCE_RED_ABOVE_PERCENT}% of them. Amber: any. Weak evidence has flags of its own and is not counted here.`,
}
