import type { RuleSummary } from '@workplan/domain'
import { kindWords, severityWords } from '@workplan/shell'
import type { Column } from '@workplan/ui'
import { marksOf, notAssessableInWords, upperFirst } from './rule-words.ts'

/** What the rule library shows and exports. */
export const ruleColumns: Column<RuleSummary>[] = [
  {
    key: 'severity',
    title: 'Severity',
    value: ({ severity }) => (severity ? severityWords[severity] : 'Not said yet'),
  },
  { key: 'title', title: 'Rule', rowHeader: true, sortable: true, value: ({ title }) => title },
  {
    key: 'subject',
    title: 'About',
    sortable: true,
    phone: 'detail',
    value: ({ subject }) => (subject ? upperFirst(kindWords(subject)) : 'Not said yet'),
  },
  { key: 'why', title: 'Why', phone: 'detail', value: ({ why }) => why },
  {
    key: 'flags',
    title: 'Flags now',
    numeric: true,
    sortable: true,
    phone: 'beneath',
    value: ({ flagsOpen }) => flagsOpen,
  },
  {
    key: 'notAssessable',
    title: 'Cannot be judged now',
    numeric: true,
    phone: 'detail',
    value: ({ notAssessable }) => notAssessableInWords(notAssessable),
  },
  { key: 'marks', title: 'State', phone: 'detail', value: (rule) => marksOf(rule).join(', ') || 'In force' },
]
