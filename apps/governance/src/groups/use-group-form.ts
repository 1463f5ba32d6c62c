import type { GroupView } from '@workplan/domain'
import {
  isProblem,
  problemInWords,
  type Choices,
  type ContestedField,
  type WhoWasFirst,
} from '@workplan/shell'
import type { ErrorItem } from '@workplan/ui'
import { computed, reactive, ref, shallowRef } from 'vue'
import {
  contestedGroup,
  draftOfGroup,
  EMPTY_GROUP,
  groupProblems,
  settledGroup,
  type GroupDraft,
  type GroupNames,
} from './group-draft.ts'

type Field = keyof GroupDraft | 'reason'

/** Someone else's change that came first: both versions, and what the next try starts from. */
interface GroupContest {
  fields: ContestedField[]
  theirs: GroupView
  changed: WhoWasFirst
}

interface Sending {
  /** Sends what is in the form, from the version of `base`; null for a new group. */
  send: (draft: GroupDraft, reason: string, base: GroupView | null) => Promise<void>
  /** Reads the group as it is now. */
  reread: () => Promise<GroupView | null>
}

/** The form of a group. Words survive every refusal. */
export function useGroupForm(group: GroupView | null, names: GroupNames, { send, reread }: Sending) {
  const base = shallowRef(group)
  const draft = reactive<GroupDraft>(group ? draftOfGroup(group) : { ...EMPTY_GROUP })
  const reason = ref('')
  const tried = ref(false)
  const busy = ref(false)
  const refused = ref<Partial<Record<Field, string>>>({})
  const refusal = ref<string | null>(null)
  const contest = shallowRef<GroupContest | null>(null)

  const problems = computed(() => ({
    ...refused.value,
    ...(tried.value ? groupProblems(draft, reason.value) : {}),
  }))
  const errors = computed<ErrorItem[]>(() => [
    ...Object.entries(problems.value).map(([field, text]) => ({ text, target: `group-${field}` })),
    ...(refusal.value ? [{ text: refusal.value }] : []),
  ])

  async function save(): Promise<void> {
    tried.value = true
    refused.value = {}
    refusal.value = null
    if (Object.keys(groupProblems(draft, reason.value)).length > 0) return
    busy.value = true
    try {
      await send({ ...draft }, reason.value.trim(), base.value)
    } catch (error) {
      await refuse(error)
    } finally {
      busy.value = false
    }
  }

  async function refuse(error: unknown): Promise<void> {
    const theirs = isProblem(error, 'stale-version') ? await reread() : null
    if (isProblem(error, 'stale-version') && base.value && theirs) {
      const versions = { base: draftOfGroup(base.value), mine: { ...draft }, theirs: draftOfGroup(theirs) }
      contest.value = { fields: contestedGroup(versions, names), theirs, changed: error.changed }
      return
    }
    if (isProblem(error, 'invalid-input') && error.errors.length > 0)
      refused.value = Object.fromEntries(
        error.errors.map(({ path, message }) => [path.split('.')[0], message]),
      )
    else refusal.value = problemInWords(error).happened
  }

  /** Goes on from the version that is there now, with what is kept of this one. */
  async function settle(choices: Choices): Promise<void> {
    if (!contest.value) return
    const { fields, theirs } = contest.value
    Object.assign(draft, settledGroup({ ...draft }, draftOfGroup(theirs), fields, choices))
    base.value = theirs
    contest.value = null
    await save()
  }

  return { draft, reason, problems, errors, busy, contest, save, settle }
}
