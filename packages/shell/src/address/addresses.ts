import type { AppId } from '@workplan/domain'

/** What an address can carry after its question mark; empty values are left out. */
export type AddressQuery = Record<string, string | undefined>

/** The addresses of an app's pages in one programme, as plain text for links; at an earlier moment with `asAt`. */
export function addressesOf(app: AppId, programme: string, asAt?: string | null) {
  const inApp = (other: AppId, path: string, query: AddressQuery = {}) =>
    `/${other}/${encodeURIComponent(programme)}/${path}${queryText({ asAt: asAt ?? undefined, ...query })}`
  const page = (path: string, query?: AddressQuery) => inApp(app, path, query)
  return {
    inApp,
    page,
    home: () => page(''),
    task: (id: string) => page(`tasks/${encodeURIComponent(id)}`),
    flag: (id: string) => page(`flags/${encodeURIComponent(id)}`),
    flags: (filters?: AddressQuery) => page('flags', filters),
    // Rules have a page in one app only.
    record: (kind: string, id: string) =>
      kind === 'rule' ? inApp('governance', `rules/${encodeURIComponent(id)}`) : page(pathOf(kind, id)),
    requirement: (id: string) => page(`requirements/${encodeURIComponent(id)}`),
  }
}

/** Kinds of things that are requirements of a framework rather than records of the programme. */
const REQUIREMENTS = new Set([
  'requirement',
  'duty',
  'definition',
  'ambition',
  'building-block',
  'measure',
  'foundation',
  'principle',
  'delivery-plan-item',
  'aim',
  'action',
  'enabler',
])

function pathOf(kind: string, id: string): string {
  if (kind === 'programme') return ''
  if (kind === 'task') return `tasks/${encodeURIComponent(id)}`
  if (REQUIREMENTS.has(kind)) return `requirements/${encodeURIComponent(id)}`
  return `records/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`
}

export type Addresses = ReturnType<typeof addressesOf>

function queryText(query: AddressQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
