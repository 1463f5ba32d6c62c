import type { GroupView } from '@workplan/domain'
import { useDraftKey, useVersionedForm, type Choices, type Versioned } from '@workplan/shell'
import { computed } from 'vue'
import {
  changedInGroup,
  draftOfGroup,
  EMPTY_GROUP,
  groupFieldInWords,
  groupLabels,
  groupProblems,
  type GroupDraft,
  type GroupNames,
} from './group-draft.ts'

/** A group in the form, and why it is changed. */
type Reasoned = GroupDraft & { reason: string }

/** What is sent: the form, why, and what it was written on. */
export interface SentGroup {
  draft: GroupDraft
  reason: string
  /** No version for a new group. */
  version: number | null
  base: GroupDraft
  /** The Idempotency-Key over all tries. */
  attempt: string
}

interface GroupFormSetup {
  /** The group as it is; null for a new one. */
  group: () => GroupView | null
  names: GroupNames
  send: (sent: SentGroup) => Promise<GroupView>
  /** Reads the group as it is now. */
  reread: () => Promise<GroupView | null>
}

/** The form of a group. */
export function useGroupForm({ group, names, send, reread }: GroupFormSetup) {
  const form = useVersionedForm<Reasoned, GroupView, number | null>({
    key: useDraftKey()(group()?.id ?? 'new-group'),
    now: () => reasoned(group()),
    changedBetween: changedInGroup,
    problemsOf: ({ reason, ...draft }) => groupProblems(draft, reason),
    send: ({ version, base, draft: { reason, ...draft }, attempt }) =>
      send({ version, base, draft, reason: reason.trim(), attempt }),
    afterwards: reasoned,
    current: async () => reasoned(await reread()),
    onSaved: () => undefined,
  })

  const contested = computed(() =>
    form.conflict.value
      ? form.contested(groupLabels, (draft, key) =>
          key === 'reason' ? draft.reason : groupFieldInWords(key, draft, names),
        )
      : [],
  )

  /** Goes on from the version that is there now, with what is kept of this one. */
  async function keepChosen(choices: Choices): Promise<void> {
    form.resolve(contested.value, choices)
    await form.save()
  }

  return { ...form, contested, keepChosen }
}

function reasoned(group: GroupView | null): Versioned<Reasoned, number | null> {
  const draft = group ? draftOfGroup(group) : EMPTY_GROUP
  return { version: group?.version ?? null, draft: { ...draft, reason: '' } }
}
