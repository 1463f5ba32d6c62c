import type { Report, ReportEdit } from '@workplan/domain'
import {
  forgetDraft,
  isPassing,
  isProblem,
  keepDraft,
  keptDraft,
  newAttempt,
  useDraftKey,
  useSendLater,
  type WhoWasFirst,
} from '@workplan/shell'
import { computed, onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue'
import { REPORT_TEXTS, savedText, textEdit, type ReportText } from './report-texts.ts'
import {
  isContested,
  isUnsaved,
  keepMine,
  openText,
  parseTextDraft,
  receiveSaved,
  takeTheirs,
  withoutSent,
  type TextDraft,
} from './text-draft.ts'

interface Saving {
  /** Sends an edit of this version; answers with the report as saved. */
  edit: (version: number, change: ReportEdit, attempt: string) => Promise<Report>
  /** Reads the report anew. */
  reread: () => Promise<Report>
  /** Calls `save` for a text that could not be sent before. */
  sendAgain: (text: ReportText) => Promise<void>
}

/**
 * The texts of a draft report while they are written. Words that are not saved survive a refused save, a reload and
 * a change by somebody else; `save` throws what the service said when it could not save.
 */
export function useReportTexts(report: () => Report, { edit, reread, sendAgain }: Saving) {
  const keyed = useDraftKey()
  const keyOf = (text: ReportText) => keyed(`report/${report().id}/${text}`)
  const drafts = reactive(Object.fromEntries(REPORT_TEXTS.map((text) => [text, restore(text)]))) as Record<
    ReportText,
    TextDraft
  >
  const saving = ref<ReportText | null>(null)
  const first = reactive<Partial<Record<ReportText, WhoWasFirst>>>({})
  const later = useSendLater(async () => {
    for (const text of unsentTexts()) await sendAgain(text)
  })
  const unsaved = computed(() => REPORT_TEXTS.filter((text) => isUnsaved(drafts[text])))

  function restore(text: ReportText): TextDraft {
    const saved = savedText(report(), text)
    const kept = parseTextDraft(keptDraft(keyOf(text)))
    return kept ? receiveSaved(kept, saved) : openText(saved)
  }

  function put(text: ReportText, draft: TextDraft): void {
    drafts[text] = draft
    if (isUnsaved(draft)) keepDraft(keyOf(text), draft)
    else forgetDraft(keyOf(text))
  }

  function receive(saved: Report): void {
    for (const text of REPORT_TEXTS) put(text, receiveSaved(drafts[text], savedText(saved, text)))
  }

  /** Saves one text. Somebody else's change of another text is no hindrance; of this one it is, and the writer chooses. */
  async function save(text: ReportText): Promise<'saved' | 'contested' | 'waiting'> {
    if (isContested(drafts[text])) return 'contested'
    saving.value = text
    try {
      return await send(text)
    } finally {
      saving.value = null
      if (unsentTexts().length === 0) later.settle()
    }
  }

  async function send(text: ReportText): Promise<'saved' | 'contested' | 'waiting'> {
    const { text: words, unsent } = drafts[text]
    const sent = unsent ?? { attempt: newAttempt(), version: report().version }
    try {
      receive(await edit(sent.version, textEdit(text, words), sent.attempt))
      return 'saved'
    } catch (error) {
      const passing = isPassing(error)
      if (passing || isProblem(error, 'not-signed-in')) put(text, { ...drafts[text], unsent: sent })
      else if (unsent) put(text, withoutSent(drafts[text]))
      if (passing) {
        later.wait()
        return 'waiting'
      }
      if (!isProblem(error, 'stale-version')) throw error
      first[text] = error.changed
      const now = await reread()
      receive(now)
      if (isContested(drafts[text])) return 'contested'
      receive(await edit(now.version, textEdit(text, words), newAttempt()))
      return 'saved'
    }
  }

  function unsentTexts(): ReportText[] {
    return REPORT_TEXTS.filter((text) => drafts[text].unsent)
  }

  function warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (unsaved.value.length > 0) event.preventDefault()
  }

  watch(report, receive)
  onMounted(() => {
    window.addEventListener('beforeunload', warnBeforeUnload)
    for (const text of unsentTexts()) void sendAgain(text)
  })
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warnBeforeUnload))

  return {
    drafts,
    saving,
    unsaved,
    save,
    first,
    write: (text: ReportText, words: string) => put(text, withoutSent({ ...drafts[text], text: words })),
    keepMine: (text: ReportText) => put(text, keepMine(drafts[text])),
    takeTheirs: (text: ReportText) => put(text, takeTheirs(drafts[text])),
  }
}
