import type { EffectOnFlags, RuleDetail, RuleSettingsTrial } from '@workplan/domain'
import {
  effectInWords,
  forgetDraft,
  isProblem,
  keepDraft,
  keptDraft,
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

/** Most flags that the message names. */
const NAMED = 4

/** The settings of one rule: their effect is looked at first, and only what was looked at can be saved. */
export function useRuleSettings(rule: () => RuleDetail) {
  const { programme } = useProgramme()
  const { announce } = useAnnouncement()
  const to = useAddresses()
  const setting = useSetRule()
  const trial = useWhatIf()
  const key = useDraftKey()(`rule-settings/${rule().id}`)

  const kept = parseSettingsDraft(keptDraft(key))
  const draft = reactive<SettingsDraft>(kept?.draft ?? settingsDraftOf(rule()))
  const revision = ref(kept?.revision ?? rule().revision)
  const errors = ref<Record<string, string>>({})
  const refusal = ref<string | null>(null)
  const theirs = shallowRef<RuleDetail | null>(null)
  const looked = shallowRef<RuleSettingsTrial | null>(null)
  const dirty = computed(() => JSON.stringify(draft) !== JSON.stringify(settingsDraftOf(rule())))
  let attempt = newAttempt()

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

  /** Saves the settings whose effect was shown. */
  async function save(reason: string): Promise<void> {
    if (!looked.value || setting.isLoading.value) return
    refusal.value = null
    try {
      const saved = await setting.mutateAsync({
        programme: programme.value,
        rule: rule().id,
        revision: revision.value,
        input: { ...looked.value, reason },
        attempt,
      })
      startFrom(saved.item)
      say(saved.flags)
    } catch (error) {
      if (isProblem(error, 'stale-version')) theirs.value = error.current as RuleDetail
      else refusal.value = failedInWords(error, 'Not saved')
    }
  }

  function startFrom(now: RuleDetail): void {
    Object.assign(draft, settingsDraftOf(now))
    revision.value = now.revision
    theirs.value = null
    looked.value = null
    trial.forget()
    forgetDraft(key)
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
    effect: trial.effect,
    failure: trial.failure,
    looking: trial.asking,
    saving: setting.isLoading,
  }
}
