import type { AppId } from '@workplan/domain'

/** What each app is called in the header. */
export const appNames: Record<AppId, string> = {
  governance: 'Governance',
  adult: 'Adult services',
  children: 'Children and transition',
  workforce: 'Workforce',
}
