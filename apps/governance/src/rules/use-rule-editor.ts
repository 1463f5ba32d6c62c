import type { RuleDetail, RuleTrial, SubjectFactsView } from '@workplan/domain'
import {
  forgetDraft,
  isProblem,
  keepDraft,
  keptDraft,
  newAttempt,
  problemInWords,
  tryRule,
  useProgramme,
  usePublishRule,
  useKeptUntilSent,
  useDraftKey,
  useWriteRule,
  type ApiProblem,
  type Choices,
  type WhoWasFirst,
} from '@workplan/shell'
import { computed, nextTick, onMounted, ref, shallowRef, watch } from 'vue'
import { isComplete, rekeyed } from './condition-draft.ts'
import {
  emptyRule,
  factsRead,
  parseRuleDraft,
  ruleDraftOf,
  trialInputOf,
  type KeptRuleDraft,
  type RuleDraft,
} from './rule-draft.ts'
import { settleRule, type RuleContest } from './rule-contest.ts'
import { useRuleCheck } from './use-rule-check.ts'

/**
 * Writing one rule of the programme's own. What is typed survives errors, other people's changes and a reload; what could not
 * be sent is sent again by `sendAgain`, which calls `save`.
 */
export function useRuleEditor(
  rule: RuleDetail | null,
  allFacts: readonly SubjectFactsView[],
  sendAgain: () => Promise<void>,
) {
  const { programme } = useProgramme()
  const writing = useWriteRule()
  const publishing = usePublishRule()
  const key = useDraftKey()(`rule/${rule?.id ?? 'new'}`)

  const kept = parseRuleDraft(keptDraft(key))
  const draft = ref<RuleDraft>(kept ? { ...kept.draft, when: rekeyed(kept.draft.when) } : startOf(rule))
  const base = shallowRef<RuleDetail | null>(rule)
  const revision = ref(kept ? kept.revision : (rule?.revision ?? null))
  const unsaved = ref(kept !== null)
  const tried = ref(false)
  const failure = ref<string | null>(null)
  const contest = shallowRef<(RuleContest & { now: RuleDetail; changed: WhoWasFirst }) | null>(null)
  const later = useKeptUntilSent(sendAgain, () => {
    const unsent: KeptRuleDraft = { revision: revision.value, draft: draft.value, unsent: attempt }
    keepDraft(key, unsent)
  })
  const trial = shallowRef<RuleTrial | null>(null)
  const trying = ref(false)
  const publishable = ref(false)
  let attempt = kept?.unsent ?? newAttempt()

  const facts = computed(() => allFacts.find(({ kind }) => kind === draft.value.subject))
  const read = computed(() => factsRead(draft.value, checking.check.value?.conditions ?? null, facts.value))
  const written = () =>
    trialInputOf(
      draft.value,
      facts.value,
      read.value.map(({ name }) => name),
    )
  const checking = useRuleCheck(() => programme.value, written)

  /** While somebody is still writing, what is merely not written yet is no problem to show. */
  const problems = computed(() => {
    const all = checking.check.value?.problems ?? []
    if (tried.value) return all
    return all.filter(({ place }) =>
      /^(document\.)?when/.test(place) ? isComplete(draft.value.when) : isWritten(place),
    )
  })

  function isWritten(place: string): boolean {
    const field = place.replace(/^(document\.)?(source\.)?/, '')
    if (field.startsWith('cases')) return draft.value.cases.length > 0 && isComplete(draft.value.when)
    return field in draft.value && draft.value[field as keyof RuleDraft] !== ''
  }

  watch(
    draft,
    () => {
      attempt = newAttempt()
      later.settle()
      unsaved.value = true
      trial.value = null
      publishable.value = false
      keepDraft(key, { revision: revision.value, draft: draft.value })
      checking.checkSoon()
    },
    { deep: true },
  )
  if (rule || kept) checking.checkSoon()
  onMounted(() => {
    // What its cases say depends on the facts that the check finds.
    if (kept?.unsent) void checking.checkNow().then(sendAgain)
  })

  async function guarded(action: () => Promise<void>): Promise<void> {
    failure.value = null
    try {
      await action()
    } catch (error) {
      if (isProblem(error, 'stale-version')) showBoth(error)
      else {
        // What stands against it is shown beside its fields.
        if (isProblem(error, 'invalid-input')) tried.value = true
        failure.value = problemInWords(error).happened
      }
    }
  }

  /** Shows what the rule would raise on the programme as it stands. */
  async function tryIt(): Promise<void> {
    trying.value = true
    await guarded(async () => {
      trial.value = await tryRule(programme.value, written(), base.value?.id)
    })
    trying.value = false
  }

  function showBoth({ current, changed }: ApiProblem): void {
    const now = current as RuleDetail
    contest.value = {
      base: startOf(base.value),
      mine: draft.value,
      theirs: startOf(now),
      now,
      changed,
    }
  }

  async function save(): Promise<RuleDetail | null> {
    if (draft.value.title.trim() === '') {
      failure.value = 'Give it a title before it is saved.'
      return null
    }
    let saved: RuleDetail | null = null
    await guarded(async () => {
      const from =
        base.value && revision.value !== null ? { rule: base.value.id, revision: revision.value } : null
      try {
        saved = await writing.mutateAsync({ programme: programme.value, input: written(), from, attempt })
        startFrom(saved)
      } catch (error) {
        if (!later.holds(error)) throw error
      }
    })
    return saved
  }

  /** Takes the saved rule as what is written on from here; the text in the form stays. */
  function startFrom(saved: RuleDetail): void {
    base.value = saved
    revision.value = saved.revision
    unsaved.value = false
    attempt = newAttempt()
    later.settle()
    forgetDraft(key)
  }

  /** Checks, saves and tries the rule, so that its effect can be seen before it is published. */
  async function prepare(): Promise<void> {
    tried.value = true
    const answer = await checking.checkNow()
    if (!answer?.ready) return
    if ((unsaved.value || !base.value) && !(await save())) return
    await tryIt()
    publishable.value = trial.value !== null
  }

  async function publish(reason: string) {
    const from = base.value
    if (!from || revision.value === null) return null
    let done: Awaited<ReturnType<typeof publishing.mutateAsync>> | null = null
    const version = revision.value
    await guarded(async () => {
      done = await publishing.mutateAsync({
        programme: programme.value,
        rule: from.id,
        revision: version,
        input: { reason },
      })
    })
    return done as Awaited<ReturnType<typeof publishing.mutateAsync>> | null
  }

  /** Somebody else wrote on it: theirs with the parts of mine that I keep, to be saved by me. */
  function resolve(choices: Choices): void {
    if (!contest.value) return
    const { now } = contest.value
    draft.value = settleRule(contest.value, allFacts, choices)
    base.value = now
    revision.value = now.revision
    contest.value = null
  }

  async function takeTheirs(): Promise<void> {
    if (!contest.value) return
    const { now } = contest.value
    draft.value = startOf(now)
    contest.value = null
    // The watcher takes this for typing.
    await nextTick()
    startFrom(now)
  }

  return {
    draft,
    facts,
    read,
    problems,
    failure,
    contest,
    waiting: later.waiting,
    trial,
    trying,
    tried,
    unsaved,
    publishable,
    tryIt,
    save,
    prepare,
    publish,
    resolve,
    takeTheirs,
    check: checking.check,
    checkFailure: checking.failure,
    saving: writing.isLoading,
    publishing: publishing.isLoading,
  }
}

function startOf(rule: RuleDetail | null): RuleDraft {
  const saved = rule?.draft ?? rule?.published
  return saved ? ruleDraftOf(saved) : emptyRule()
}
