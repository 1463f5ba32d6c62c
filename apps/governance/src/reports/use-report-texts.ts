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
import { computed, onMounted, reactive, ref, watch } from 'vue'
import { REPORT_TEXTS, savedText, textEdit, type ReportText } from './report-texts.ts'
import {
  isContested,
  isUnsaved,
  keepMine,
  openText,
  parseTextDraft,
  placeOfText,
  receiveSaved,
  settleSent,
  takeTheirs,
  withoutSent,
  type SentText,
  type TextDraft,
} from './text-draft.ts'

type Outcome = 'saved' | 'contested' | 'waiting'

interface Saving {
  /** Sends an edit of this version; answers with the report as saved. */
  edit: (version: number, change: ReportEdit, attempt: string) => Promise<Report>
  /** Reads the report anew. */
  reread: () => Promise<Report>
  /** Calls `resend` for a text that could not be sent before. */
  sendAgain: (text: ReportText) => Promise<void>
}

/**
 * The texts of a draft report while they are written. Words that are not saved survive a refused save, a reload and
 * a change by somebody else; `save` throws what the service said when it could not save.
 */
export function useReportTexts(report: () => Report, { edit, reread, sendAgain }: Saving) {
  const keyed = useDraftKey()
  const keyOf = (text: ReportText) => keyed(placeOfText(report().id, text))
  const drafts = reactive(Object.fromEntries(REPORT_TEXTS.map((text) => [text, restore(text)]))) as Record<
    ReportText,
    TextDraft
  >
  const saving = ref<ReportText | null>(null)
  const first = reactive<Partial<Record<ReportText, WhoWasFirst>>>({})
  const later = useSendLater(async () => {
    for (const text of waitingTexts()) await sendAgain(text)
  })
  const unsaved = computed(() => REPORT_TEXTS.filter((text) => isUnsaved(drafts[text])))

  function restore(text: ReportText): TextDraft {
    const saved = savedText(report(), text)
    const kept = parseTextDraft(keptDraft(keyOf(text)))
    return kept ? receiveSaved(kept, saved) : openText(saved)
  }

  function put(text: ReportText, draft: TextDraft): void {
    drafts[text] = draft
    if (isUnsaved(draft) || draft.sent) keepDraft(keyOf(text), draft)
    else forgetDraft(keyOf(text))
  }

  function receive(saved: Report): void {
    for (const text of REPORT_TEXTS) put(text, receiveSaved(drafts[text], savedText(saved, text)))
  }

  /**
   * Saves one text, after what waits of it. Somebody else's change of another text is no hindrance; of this one it is, and the
   * writer chooses.
   */
  function save(text: ReportText): Promise<Outcome> {
    return alone(text, async () => {
      const outcome = await sendWaiting(text)
      if (outcome !== 'saved' || !isUnsaved(drafts[text])) return outcome
      if (isContested(drafts[text])) return 'contested'
      return send(text, sentNow(text))
    })
  }

  /** Sends again what waits of a text, and no more: what was typed since is left to its writer. */
  function resend(text: ReportText): Promise<Outcome> {
    return alone(text, () => sendWaiting(text))
  }

  async function alone(text: ReportText, work: () => Promise<Outcome>): Promise<Outcome> {
    if (saving.value === text) return 'waiting'
    saving.value = text
    try {
      return await work()
    } finally {
      saving.value = null
      if (waitingTexts().length === 0) later.settle()
    }
  }

  async function sendWaiting(text: ReportText): Promise<Outcome> {
    const { sent } = drafts[text]
    return sent ? send(text, sent) : 'saved'
  }

  function sentNow(text: ReportText): SentText {
    return { text: drafts[text].text, attempt: newAttempt(), version: report().version, waiting: false }
  }

  async function send(text: ReportText, sent: SentText): Promise<Outcome> {
    put(text, { ...drafts[text], sent })
    try {
      const saved = await edit(sent.version, textEdit(text, sent.text), sent.attempt)
      put(text, settleSent({ ...drafts[text], sent }, savedText(saved, text)))
      if (saved.version >= report().version) receive(saved)
      return 'saved'
    } catch (error) {
      const passing = isPassing(error)
      if (passing || isProblem(error, 'not-signed-in'))
        put(text, { ...drafts[text], sent: { ...sent, waiting: true } })
      else put(text, withoutSent(drafts[text]))
      if (passing) {
        later.wait()
        return 'waiting'
      }
      if (!isProblem(error, 'stale-version')) throw error
      first[text] = error.changed
      const now = await reread()
      receive(now)
      if (isContested(drafts[text])) return 'contested'
      return send(text, { ...sent, attempt: newAttempt(), version: now.version, waiting: false })
    }
  }

  function waitingTexts(): ReportText[] {
    return REPORT_TEXTS.filter((text) => drafts[text].sent?.waiting)
  }

  watch(report, receive)
  onMounted(() => {
    // What was on its way when the page was left may have been saved or not: it is sent again under its key.
    for (const text of REPORT_TEXTS) if (drafts[text].sent) void sendAgain(text)
  })

  return {
    drafts,
    saving,
    unsaved,
    save,
    resend,
    first,
    write: (text: ReportText, words: string) => put(text, { ...drafts[text], text: words }),
    keepMine: (text: ReportText) => put(text, keepMine(drafts[text])),
    takeTheirs: (text: ReportText) => put(text, takeTheirs(drafts[text])),
  }
}
