import {
  useDraftKey,
  useVersionedForm,
  type Choices,
  type Problems,
  type Sending,
  type Versioned,
} from '@workplan/shell'
import { computed } from 'vue'

/** The text of a form by field, as typed. */
export type Draft<Field extends string> = Record<Field, string>

/** The same with why it is changed, which is no part of the record. */
type Reasoned<Field extends string> = Draft<Field | 'reason'>

/** What a form sends: all its text, and which fields of it are new. */
export interface Sent<Field extends string> extends Omit<Sending<Draft<Field>>, 'attempt' | 'base'> {
  reason: string
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

export interface TextForm<Field extends string, Saved> {
  /** Names the form among the kept drafts of this person: the record's id, or what a new one is for. */
  name: string
  labels: Record<Field, string>
  /** The record as it stands. */
  now: () => Versioned<Draft<Field>>
  /** The same from what a refusal for an old version carries, and after it was saved. */
  current: (refused: unknown) => Versioned<Draft<Field>>
  afterwards: (saved: Saved) => Versioned<Draft<Field>>
  /** What must be put right before it can be sent. */
  problemsOf: (draft: Draft<Field>) => Problems<Draft<Field>>
  /** What to say when there is no reason; left out where none is asked for. */
  reasonMissing?: string
  send: (sent: Sent<Field>) => Promise<Saved>
  onSaved: (saved: Saved, changed: Field[], before: Draft<Field>) => void
}

/** A form of text alone, with the reason for the change beside it. */
export function useTextForm<Field extends string, Saved>(text: TextForm<Field, Saved>) {
  const { labels, reasonMissing } = text
  const fields = Object.keys(labels) as Field[]
  let changed: Field[] = []
  let before = text.now().draft

  const form = useVersionedForm<Reasoned<Field>, Saved>({
    key: useDraftKey()(text.name),
    now: () => reasoned(text.now()),
    changedBetween: (from, to) => fields.filter((field) => from[field].trim() !== to[field].trim()),
    problemsOf: (draft) => {
      const needed = reasonMissing !== undefined && draft.reason.trim() === ''
      return { ...text.problemsOf(draft), ...(needed && { reason: reasonMissing }) } as Problems<
        Reasoned<Field>
      >
    },
    send: (sending) => {
      changed = sending.changed as Field[]
      before = sending.base
      return text.send({ ...sending, changed, reason: sending.draft.reason.trim() })
    },
    afterwards: (saved) => reasoned(text.afterwards(saved)),
    current: (refused) => reasoned(text.current(refused)),
    onSaved: (saved) => text.onSaved(saved, changed, before),
  })

  const contested = computed(() =>
    form.conflict.value
      ? form.contested(labels as Partial<Reasoned<Field>>, (draft, field) => draft[field])
      : [],
  )

  /** Saves the other person's version with the fields that I keep. */
  async function keepChosen(choices: Choices): Promise<void> {
    form.resolve(contested.value, choices)
    await form.save()
  }

  /** What a field component takes: its id, its label, what is wrong with it. */
  function about(field: Field): { id: string; label: string; error?: string } {
    return { id: form.idOf(field), label: labels[field], ...form.errorOf(field) }
  }

  return { ...form, contested, keepChosen, about }
}

function reasoned<Field extends string>({ version, draft }: Versioned<Draft<Field>>) {
  return { version, draft: { ...draft, reason: '' } as Reasoned<Field> }
}
