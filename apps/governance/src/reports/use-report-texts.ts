import type { Report, ReportEdit } from '@workplan/domain'
import { forgetDraft, isProblem, keepDraft, keptDraft } from '@workplan/shell'
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
  type TextDraft,
} from './text-draft.ts'

interface Saving {
  /** Sends an edit of this version; answers with the report as saved. */
  edit: (version: number, change: ReportEdit) => Promise<Report>
  /** Reads the report anew. */
  reread: () => Promise<Report>
}

/**
 * The texts of a draft report while they are written. Words that are not saved survive a refused save, a reload and
 * a change by somebody else; `save` throws what the service said when it could not save.
 */
export function useReportTexts(report: () => Report, { edit, reread }: Saving) {
  const keyOf = (text: ReportText) => `report:${report().id}:${text}`
  const drafts = reactive(Object.fromEntries(REPORT_TEXTS.map((text) => [text, restore(text)]))) as Record<
    ReportText,
    TextDraft
  >
  const saving = ref<ReportText | null>(null)
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
  async function save(text: ReportText): Promise<'saved' | 'contested'> {
    if (isContested(drafts[text])) return 'contested'
    const { text: words } = drafts[text]
    saving.value = text
    try {
      receive(await edit(report().version, textEdit(text, words)))
      return 'saved'
    } catch (error) {
      if (!isProblem(error, 'stale-version')) throw error
      const now = await reread()
      receive(now)
      if (isContested(drafts[text])) return 'contested'
      receive(await edit(now.version, textEdit(text, words)))
      return 'saved'
    } finally {
      saving.value = null
    }
  }

  function warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (unsaved.value.length > 0) event.preventDefault()
  }

  watch(report, receive)
  onMounted(() => window.addEventListener('beforeunload', warnBeforeUnload))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warnBeforeUnload))

  return {
    drafts,
    saving,
    unsaved,
    save,
    write: (text: ReportText, words: string) => put(text, { ...drafts[text], text: words }),
    keepMine: (text: ReportText) => put(text, keepMine(drafts[text])),
    takeTheirs: (text: ReportText) => put(text, takeTheirs(drafts[text])),
  }
}
