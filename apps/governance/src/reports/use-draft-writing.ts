import { useQuery } from '@pinia/colada'
import type { NarrativeSection, Report, SectionOwnerView } from '@workplan/domain'
import { failedInWords, useAnnouncement, useProgramme } from '@workplan/shell'
import { computed } from 'vue'
import { reportWritingQuery, useWriteTogether } from './report-writing.ts'
import { SECTIONS } from './report-texts.ts'

/** Who writes what in a draft and how it came to what it says; names writers, and withdraws the draft. */
export function useDraftWriting(report: () => Report) {
  const { programme, view } = useProgramme()
  const { announce } = useAnnouncement()
  const { nameOwner, withdraw } = useWriteTogether()
  const writing = useQuery(() => reportWritingQuery({ programme: programme.value, report: report().id }))

  const people = computed(() => view.data.value?.people ?? [])
  const refreshed = computed(() => writing.data.value?.refreshed ?? null)
  const busy = computed(() => nameOwner.isLoading.value || withdraw.isLoading.value)

  /** Who writes a section: one, or none until it has been read. */
  function ownerOf(section: NarrativeSection): SectionOwnerView[] {
    return writing.data.value?.owners.filter((owner) => owner.section === section) ?? []
  }

  function editsOf(section: NarrativeSection) {
    return writing.data.value?.edits.filter((edit) => edit.section === section) ?? []
  }

  async function tell(done: string, change: () => Promise<unknown>): Promise<void> {
    try {
      await change()
      announce({ text: done })
    } catch (error) {
      announce({ text: failedInWords(error), tone: 'problem' })
      await writing.refetch()
    }
  }

  function name(section: NarrativeSection, owner: string | null): Promise<void> {
    const version = ownerOf(section)[0]?.version ?? 0
    const title = SECTIONS.find(({ id }) => id === section)?.title ?? section
    const who = people.value.find(({ id }) => id === owner)?.name ?? 'nobody in particular'
    const of = { programme: programme.value, report: report().id, version }
    return tell(`${title} is written by ${who}`, () =>
      nameOwner.mutateAsync({ ...of, input: { section, owner } }),
    )
  }

  async function end(wanted: { reason: string; version: number; attempt: string }): Promise<void> {
    await withdraw.mutateAsync({ programme: programme.value, report: report().id, ...wanted })
    announce({ text: 'The draft is withdrawn' })
  }

  return { people, refreshed, busy, ownerOf, editsOf, name, end }
}
