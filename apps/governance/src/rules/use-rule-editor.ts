import type { RuleDetail, RuleTrial, SubjectFactsView } from '@workplan/domain'
import {
  failedInWords,
  forgetDraft,
  isProblem,
  keepDraft,
  keptDraft,
  newAttempt,
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
  copyOfRule,
  emptyRule,
  factsRead,
  isSameRule,
  parseRuleDraft,
  ruleDraftOf,
  trialInputOf,
  type KeptRuleDraft,
  type RuleDraft,
  type RuleSending,
} from './rule-draft.ts'
import { placeOf, placeOfReason } from './rule-places.ts'
import { settleRule, type RuleContest } from './rule-contest.ts'
import { useRuleCheck } from './use-rule-check.ts'

/**
 * Writing one rule of the programme's own. What is typed survives errors, other people's changes and a reload; what could not
 * be sent is sent again by `sendAgain`, which calls `resend`.
 */
export function useRuleEditor(
  rule: RuleDetail | null,
  allFacts: readonly SubjectFactsView[],
  sendAgain: () => Promise<void>,
) {
  const { programme } = useProgramme()
  const writing = useWriteRule()
  const publishing = usePublishRule()
  const keyOf = useDraftKey()
  const kept = parseRuleDraft(keptDraft(keyOf(placeOf(rule))))
  const draft = ref<RuleDraft>(kept ? { ...kept.draft, when: rekeyed(kept.draft.when) } : startOf(rule))
  const base = shallowRef<RuleDetail | null>(rule)
  const key = () => keyOf(placeOf(base.value))
  const revision = ref(kept ? kept.revision : (rule?.revision ?? null))
  const unsaved = ref(kept !== null)
  const tried = ref(false)
  const failure = ref<string | null>(null)
  const contest = shallowRef<(RuleContest & { now: RuleDetail; changed: WhoWasFirst }) | null>(null)
  /** The text that the draft is written over. */
  const begun = shallowRef<RuleDraft>(kept?.base ?? startOf(rule))
  /** What was sent and not answered, to be sent again just so; its writer may go on meanwhile. */
  let unsent: RuleSending | null = kept?.unsent ?? null
  const later = useKeptUntilSent(sendAgain, keep)
  const trial = shallowRef<RuleTrial | null>(null)
  const trying = ref(false)
  const publishable = ref(false)
  let attempt = newAttempt()

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
      unsaved.value = true
      trial.value = null
      publishable.value = false
      keep()
      checking.checkSoon()
    },
    { deep: true },
  )
  if (rule || kept) checking.checkSoon()
  onMounted(() => {
    if (unsent) void sendAgain()
  })

  function keep(): void {
    const waiting = unsent && { unsent }
    const kept: KeptRuleDraft = {
      revision: revision.value,
      base: begun.value,
      draft: draft.value,
      ...waiting,
    }
    keepDraft(key(), kept)
  }

  async function guarded(action: () => Promise<void>): Promise<void> {
    failure.value = null
    try {
      await action()
    } catch (error) {
      if (isProblem(error, 'stale-version')) showBoth(error)
      else {
        // What stands against it is shown beside its fields.
        if (isProblem(error, 'invalid-input')) tried.value = true
        failure.value = failedInWords(error)
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
      base: begun.value,
      mine: draft.value,
      theirs: startOf(now),
      now,
      changed,
    }
  }

  /** Saves what is written, after what waits to be sent. */
  async function save(): Promise<RuleDetail | null> {
    if (draft.value.title.trim() === '') {
      failure.value = 'Give it a title before it is saved.'
      return null
    }
    return alone(async () => {
      const first = unsent && (await send(unsent))
      if (unsent || (first && !unsaved.value)) return first
      return send(sendingNow())
    })
  }

  /** Sends again what waits, and no more: what was written since is left to its writer. */
  function resend(): Promise<RuleDetail | null> {
    return alone(async () => unsent && send(unsent))
  }

  async function alone(work: () => Promise<RuleDetail | null>): Promise<RuleDetail | null> {
    if (writing.isLoading.value) return null
    let saved: RuleDetail | null = null
    await guarded(async () => {
      saved = await work()
    })
    return saved
  }

  function sendingNow(): RuleSending {
    const from =
      base.value && revision.value !== null ? { rule: base.value.id, revision: revision.value } : null
    return { input: written(), from, attempt, draft: copyOfRule(draft.value) }
  }

  async function send(sending: RuleSending): Promise<RuleDetail | null> {
    const { draft: sent, ...wanted } = sending
    unsent = sending
    keep()
    try {
      const saved = await writing.mutateAsync({ programme: programme.value, ...wanted })
      unsent = null
      startFrom(saved, isSameRule(draft.value, sent))
      return saved
    } catch (error) {
      if (later.holds(error)) return null
      unsent = null
      if (unsaved.value) keep()
      throw error
    }
  }

  /** Takes the saved rule as what is written on from here; the text in the form stays, which is saved or not. */
  function startFrom(saved: RuleDetail, isSaved: boolean): void {
    forgetDraft(key())
    base.value = saved
    begun.value = startOf(saved)
    revision.value = saved.revision
    unsaved.value = !isSaved
    attempt = newAttempt()
    later.settle()
    if (!isSaved) keep()
  }

  /** Checks, saves and tries the rule, so that its effect can be seen before it is published. */
  async function prepare(): Promise<void> {
    tried.value = true
    const answer = await checking.checkNow()
    if (!answer?.ready) return
    if ((unsaved.value || !base.value) && !(await save())) return
    await tryIt()
    publishable.value = trial.value !== null && !unsaved.value
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
      forgetDraft(keyOf(placeOfReason(from)))
    })
    return done as Awaited<ReturnType<typeof publishing.mutateAsync>> | null
  }

  /** Somebody else wrote on it: theirs with the parts of mine that I keep, to be saved by me. */
  function resolve(choices: Choices): void {
    if (!contest.value) return
    const { now } = contest.value
    draft.value = settleRule(contest.value, allFacts, choices)
    base.value = now
    begun.value = startOf(now)
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
    startFrom(now, true)
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
    resend,
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
