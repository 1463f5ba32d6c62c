import { textWithNames, type CommentedOn, type CommentView, type PersonView } from '@workplan/domain'
import { computed } from 'vue'
import type { Choices } from '../conflict/contested-field.ts'
import { useChangeComment, useWriteComment } from '../mutations/write-comment.ts'
import { useProgramme } from '../programme/use-programme.ts'
import { useDraftKey } from '../task-form/use-draft-key.ts'
import type { Versioned } from '../versioned-form/kept-versioned.ts'
import { useVersionedForm } from '../versioned-form/use-versioned-form.ts'
import { chosenIn, textToSend } from './mention-text.ts'

/** A comment as it is typed, and who is meant by the names in it. */
export interface CommentDraft {
  text: string
  chosen: [name: string, person: string][]
}

/** The form of one's own comment among its kept drafts. */
export function placeOfComment(comment: string): string {
  return `comment/${comment}`
}

/** A new comment on something among the kept drafts of its writer. */
export function placeOfNewComment({ kind, id }: CommentedOn): string {
  return `comments/${kind}/${id}`
}

/** A comment before anything is typed. */
export const EMPTY_COMMENT: CommentDraft = { text: '', chosen: [] }

interface CommentSetup {
  about: CommentedOn
  /** Whom it can mention. */
  people: () => readonly PersonView[]
  /** One's own comment that is said otherwise; left out for a new one. */
  edited: () => CommentView | undefined
  onSaved: () => void
}

/** The box in which a comment is written. */
export function useCommentForm({ about, people, edited, onSaved }: CommentSetup) {
  const { programme } = useProgramme()
  const write = useWriteComment()
  const change = useChangeComment()
  const first = edited()

  const form = useVersionedForm<CommentDraft, CommentView, number | null>({
    key: useDraftKey()(first ? placeOfComment(first.comment.id) : placeOfNewComment(about)),
    now: () => versioned(edited()),
    changedBetween: (from, to) => (from.text.trim() === to.text.trim() ? [] : ['text']),
    problemsOf: ({ text }) => (text.trim() === '' ? { text: 'Write something first' } : {}),
    send: ({ version, draft, attempt }) => {
      const text = textToSend(draft.text.trim(), people(), new Map(draft.chosen))
      const comment = edited()
      if (!comment || version === null)
        return write.mutateAsync({ programme: programme.value, about, text, attempt })
      const begun = { ...comment, version }
      return change.mutateAsync({ programme: programme.value, comment: begun, change: { text }, attempt })
    },
    afterwards: (saved) => versioned(edited() && saved),
    current: (refused) => versioned(refused as CommentView),
    onSaved,
  })

  const contested = computed(() =>
    form.conflict.value ? form.contested({ text: 'Comment' }, ({ text }) => text || 'Withdrawn') : [],
  )

  /** Says it as chosen, from the version that is there now. */
  async function keepChosen(choices: Choices): Promise<void> {
    form.resolve(contested.value, choices)
    if (form.changed.value.length > 0) await form.save()
    else onSaved()
  }

  return { ...form, contested, keepChosen }
}

function versioned(view: CommentView | undefined): Versioned<CommentDraft, number | null> {
  if (!view) return { version: null, draft: EMPTY_COMMENT }
  const nameOf = (id: string) => view.mentioned.find((person) => person.id === id)?.name
  const text = textWithNames(view.comment.text ?? '', nameOf)
  return { version: view.version, draft: { text, chosen: [...chosenIn(view.mentioned)] } }
}
