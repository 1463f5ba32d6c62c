import { computed, proxyRefs, type ShallowUnwrapRef } from 'vue'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import type { Problems } from './form-of-record.ts'
import { useVersionedForm } from './use-versioned-form.ts'

/** An entry as it is sent: `attempt` keeps a retry from being recorded twice. */
export interface EntrySending<Draft> {
  draft: Draft
  /** The version its writing began on; null for an entry that stands on nothing. */
  version: number | null
  attempt: string
}

export interface EntryForm<Draft, Saved> {
  /** Names the form among those of this person in this programme: the record's id and what is done with it. */
  place: string
  empty: Draft
  /** The version of what the entry is about; left out where there is nothing yet that others could change. */
  version?: () => number
  /** The version there is now, from what the refusal of a stale one carries, or read anew; when left out its `version`. */
  versionOf?: (refused: unknown) => number | Promise<number>
  /** The fields in which two drafts differ; when left out, those whose text differs. */
  changedBetween?: (from: Draft, to: Draft) => (keyof Draft & string)[]
  /** What must be put right before it can be sent. */
  problemsOf: (draft: Draft) => Problems<Draft>
  send: (sending: EntrySending<Draft>) => Promise<Saved>
  onSaved: (saved: Saved) => void
}

/**
 * The form of an entry that is added and not changed afterwards: a decision, an answer, an invitation. As in every versioned
 * form, what is typed survives errors, a reload and a lost connection and is recorded once. Where somebody changed what it is
 * about while it was written, `conflict` says so, and it is sent only after the person has gone on.
 */
export function useEntryForm<Draft extends object, Saved>({
  place,
  empty,
  version,
  versionOf = ownVersion,
  ...entry
}: EntryForm<Draft, Saved>) {
  const now = () => ({ version: version?.() ?? null, draft: empty })
  const form = useVersionedForm<Draft, Saved, number | null>({
    ...entry,
    key: useDraftKey()(place),
    once: true,
    now,
    afterwards: now,
    current: async (refused) => ({ version: await versionOf(refused), draft: empty }),
  })

  /** Whether something is typed. */
  const typed = computed(() => form.changed.value.length > 0)

  /** Goes on with what was typed, having seen what somebody else did. */
  function goOn(): void {
    form.resolve([], {})
  }

  return proxyRefs({ ...form, typed, goOn })
}

/** The state of such a form, for the components around its fields. */
export type EntryFormState<Draft extends object> = ShallowUnwrapRef<
  ReturnType<typeof useVersionedForm<Draft, unknown, number | null>>
> & { goOn: () => void }

function ownVersion(refused: unknown): number {
  return (refused as { version: number }).version
}
