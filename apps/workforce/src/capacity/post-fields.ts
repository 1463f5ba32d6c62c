import type { CapacityView } from '@workplan/domain'
import type { RecordField } from '@workplan/shell'

export const singlePointWords = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const

export const NEW_POST = { state: 'current', singlePoint: 'not-known' }

/** What can be said of a post. */
export function postFields({
  providers,
  services,
}: Pick<CapacityView, 'providers' | 'services'>): RecordField[] {
  return [
    { key: 'title', label: 'Post', hint: 'A role, never a name', kind: 'text', required: true },
    {
      key: 'provider',
      label: 'Provider',
      kind: 'choice',
      options: [
        { value: '', text: 'Not known' },
        ...providers.map(({ id, title }) => ({ value: id, text: title })),
      ],
    },
    { key: 'wteFunded', label: 'Funded, in whole-time equivalents', kind: 'number' },
    { key: 'wteInPost', label: 'In post, in whole-time equivalents', kind: 'number' },
    { key: 'vacantSince', label: 'Vacant since', hint: 'As 30 April 2023, or April 2023', kind: 'date' },
    {
      key: 'singlePoint',
      label: 'Can nobody else do the work?',
      kind: 'choice',
      required: true,
      options: Object.entries(singlePointWords).map(([value, text]) => ({ value, text })),
    },
    {
      key: 'services',
      label: 'Services that it holds up',
      kind: 'choices',
      options: services.map(({ id, title }) => ({ value: id, text: title })),
    },
  ]
}
