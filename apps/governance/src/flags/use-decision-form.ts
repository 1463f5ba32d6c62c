import type { DecisionInput, IsoDate } from '@workplan/domain'
import { useEntryForm, type EntryFormState } from '@workplan/shell'
import { completeDecision, emptyDecision, type DecisionDraft } from './decision-draft.ts'

interface DecisionSetup {
  /** Names the form among those of this person. */
  place: string
  /** The version of what is decided about. */
  version: () => number
  /** The version there is now, where the refusal of a stale one does not carry it. */
  versionOf?: () => Promise<number>
  /** The earliest day to accept until. */
  firstDay: () => IsoDate
  send: (decision: DecisionInput, from: { version: number; attempt: string }) => Promise<unknown>
  onDecided: (decision: DecisionInput) => void
}

export type DecisionFormState = EntryFormState<DecisionDraft>

/** The form of a decision about a flag, or about several at once. */
export function useDecisionForm({ firstDay, send, onDecided, ...about }: DecisionSetup) {
  const complete = (draft: DecisionDraft) => completeDecision(draft, firstDay())
  return useEntryForm<DecisionDraft, DecisionInput>({
    ...about,
    empty: emptyDecision(),
    problemsOf: (draft) => {
      const outcome = complete(draft)
      return 'errors' in outcome ? outcome.errors : {}
    },
    send: async ({ draft, version: begun, attempt }) => {
      const outcome = complete(draft)
      if ('errors' in outcome) throw new Error('The decision is not complete')
      await send(outcome.decision, { version: begun ?? about.version(), attempt })
      return outcome.decision
    },
    onSaved: onDecided,
  })
}
