import type { ServiceView } from '@workplan/domain'
import { placesInWords } from '@workplan/shell'
import type { Column } from '@workplan/ui'

/** The columns that tables of services share; each table adds its own. */
export const serviceColumns = {
  title: {
    key: 'title',
    title: 'Service',
    rowHeader: true,
    sortable: true,
    value: ({ service }) => service.title,
  },
  provider: {
    key: 'provider',
    title: 'Provider',
    sortable: true,
    phone: 'detail',
    value: ({ providerName }) => providerName,
  },
  hours: {
    key: 'hours',
    title: 'Hours',
    phone: 'detail',
    value: ({ hours, service }) => hours ?? service.hoursAsStated,
  },
  places: { key: 'places', title: 'Places', phone: 'detail', value: placesInWords },
  flags: {
    key: 'flags',
    title: 'Flags',
    numeric: true,
    sortable: true,
    phone: 'detail',
    value: ({ flags }) => flags.length,
  },
} as const satisfies Record<string, Column<ServiceView>>
