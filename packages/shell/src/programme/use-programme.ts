import { useQuery } from '@pinia/colada'
import { formatPartialDate } from '@workplan/domain'
import { computed } from 'vue'
import { useParam } from '../address/use-param.ts'
import { useAsAt } from '../as-at/use-as-at.ts'
import { programmeQuery } from '../queries/programme.ts'
import { useSession } from '../session/use-session.ts'

/** The programme in the address: its id, this person's membership (null outside a programme), and the programme itself as a query. */
export function useProgramme() {
  const programme = useParam('programme')
  const { membership } = useSession()
  const { moment } = useAsAt()
  const view = useQuery(() => ({
    ...programmeQuery({ programme: programme.value }),
    enabled: membership.value !== null,
  }))
  /** The day that lateness and silence are counted for: at an earlier moment that of then. */
  const asAt = computed(() =>
    moment.value === null ? (membership.value?.asAt ?? null) : (view.data.value?.known?.day ?? null),
  )
  const asAtInWords = computed(() => (asAt.value ? formatPartialDate(asAt.value) : ''))

  /** A workstream's name; its id until the programme has been read. */
  function workstreamName(id: string): string {
    return view.data.value?.workstreamList.find((workstream) => workstream.id === id)?.name ?? id
  }

  return { programme, membership, moment, view, asAt, asAtInWords, workstreamName }
}
