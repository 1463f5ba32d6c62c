import type { EffectOnFlags, RuleDetail, RuleSettingsTrial } from '@workplan/domain'
import {
  effectInWords,
  forgetDraft,
  isProblem,
  keepDraft,
  keptDraft,
  mayBeDone,
  newAttempt,
  previewRuleSettings,
  failedInWords,
  touchedFlags,
  useAddresses,
  useAnnouncement,
  useProgramme,
  useDraftKey,
  useSetRule,
  useWhatIf,
} from '@workplan/shell'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import {
  completeSettings,
  parseSettingsDraft,
  settingsDraftOf,
  type SettingsDraft,
} from './settings-draft.ts'

/** Settings as they are sent, and the form as it was then. */
interface SettingsSending {
  revision: number
  input: RuleSettingsTrial & { reason: string }
  attempt: string
  draft: string
}

/** Most flags that the message names. */
const NAMED = 4

/** The settings of one rule: their effect is looked at first, and only what was looked at can be saved. */
export function useRuleSettings(rule: () => RuleDetail) {
  const { programme } = useProgramme()
  const { announce } = useAnnouncement()
  const to = useAddresses()
  const setting = useSetRule()
  const trial = useWhatIf()
  const keyOf = useDraftKey()
  const key = keyOf(`rule-settings/${rule().id}`)
  const placeOfReason = `rule-settings-reason/${rule().id}`

  const before = parseSettingsDraft(keptDraft(key))
  // It may have been saved although nobody heard so.
  const kept = before && isSame(before.draft, settingsDraftOf(rule())) ? null : before
  const draft = reactive<SettingsDraft>(kept?.draft ?? settingsDraftOf(rule()))
  const revision = ref(kept?.revision ?? rule().revision)
  const errors = ref<Record<string, string>>({})
  const refusal = ref<string | null>(null)
  const theirs = shallowRef<RuleDetail | null>(null)
  const looked = shallowRef<RuleSettingsTrial | null>(null)
  const dirty = computed(() => JSON.stringify(draft) !== JSON.stringify(settingsDraftOf(rule())))
  let attempt = newAttempt()
  /** What was sent and not answered. */
  let unsent: SettingsSending | null = null

  watch(draft, () => {
    trial.forget()
    looked.value = null
    attempt = newAttempt()
    if (dirty.value) keepDraft(key, { revision: revision.value, draft })
    else forgetDraft(key)
  })
  watch(rule, (now, before) => {
    const untouched = JSON.stringify(draft) === JSON.stringify(settingsDraftOf(before))
    if (now.revision !== before.revision && untouched) startFrom(now)
  })

  /** Shows what the settings would do. */
  async function look(): Promise<void> {
    refusal.value = null
    const outcome = completeSettings(draft, rule().thresholds)
    errors.value = 'errors' in outcome ? outcome.errors : {}
    if ('errors' in outcome) return
    await trial.ask(() => previewRuleSettings(programme.value, rule().id, outcome.settings))
    if (trial.effect.value) looked.value = outcome.settings
  }

  /** Saves the settings whose effect was shown, after what was sent before and not answered: it may have been saved. */
  async function save(reason: string): Promise<void> {
    if (!looked.value || setting.isLoading.value) return
    refusal.value = null
    const input = { ...looked.value, reason }
    try {
      if (unsent) {
        const first = await send(unsent)
        if (isSame(first.input, input)) return settle(first)
        revision.value = first.saved.item.revision
      }
      settle(await send({ revision: revision.value, input, attempt, draft: JSON.stringify(draft) }))
    } catch (error) {
      if (isProblem(error, 'stale-version')) theirs.value = error.current as RuleDetail
      else refusal.value = failedInWords(error, 'Not saved')
    }
  }

  async function send({ draft: sent, ...wanted }: SettingsSending) {
    unsent = { ...wanted, draft: sent }
    try {
      const saved = await setting.mutateAsync({ programme: programme.value, rule: rule().id, ...wanted })
      unsent = null
      return { saved, input: wanted.input, draft: sent }
    } catch (error) {
      if (!mayBeDone(error)) unsent = null
      throw error
    }
  }

  /** What was changed in the form while it was on its way stays there. */
  function settle({ saved, draft: sent }: Awaited<ReturnType<typeof send>>): void {
    if (JSON.stringify(draft) === sent) startFrom(saved.item)
    else {
      revision.value = saved.item.revision
      looked.value = null
      trial.forget()
      keepDraft(key, { revision: revision.value, draft })
    }
    say(saved.flags)
  }

  function startFrom(now: RuleDetail): void {
    Object.assign(draft, settingsDraftOf(now))
    revision.value = now.revision
    theirs.value = null
    looked.value = null
    trial.forget()
    forgetDraft(key)
    forgetDraft(keyOf(placeOfReason))
  }

  /** Mine again, on top of what somebody else saved: the effect is to be looked at anew. */
  function keepMine(): void {
    if (theirs.value) revision.value = theirs.value.revision
    theirs.value = null
    looked.value = null
    trial.forget()
  }

  function say(flags: EffectOnFlags): void {
    const links = touchedFlags(flags)
      .slice(0, NAMED)
      .map(({ id, text }) => ({ text, href: to.flag(id) }))
    announce({ text: effectInWords(flags, 'The rule is set'), links })
  }

  return {
    draft,
    errors,
    refusal,
    theirs,
    looked,
    dirty,
    look,
    save,
    startFrom,
    keepMine,
    placeOfReason,
    effect: trial.effect,
    failure: trial.failure,
    looking: trial.asking,
    saving: setting.isLoading,
  }
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
