import { formatPartialDate, type FlagSummary } from '@workplan/domain'
import { kindWords, severityWords, statusWords } from '@workplan/shell'
import type { Column } from '@workplan/ui'

/** What a list of flags shows and exports. */
export const flagColumns: Column<FlagSummary>[] = [
  { key: 'severity', title: 'Severity', value: ({ severity }) => severityWords[severity] },
  { key: 'cause', title: 'Cause', sortable: true, phone: 'detail', value: ({ title }) => title },
  { key: 'subject', title: 'On', rowHeader: true, sortable: true, value: ({ subject }) => subject.title },
  {
    key: 'kind',
    title: 'Kind',
    sortable: true,
    phone: 'detail',
    value: ({ subject }) => kindWords(subject.kind),
  },
  { key: 'message', title: 'Why', phone: 'detail', value: ({ message }) => message },
  { key: 'raised', title: 'Since', phone: 'detail', value: ({ raisedOn }) => formatPartialDate(raisedOn) },
  {
    key: 'status',
    title: 'Status',
    sortable: true,
    phone: 'detail',
    value: ({ status }) => statusWords[status],
  },
]
