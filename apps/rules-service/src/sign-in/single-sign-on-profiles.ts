/** What differs between the providers of single sign-on; everything else is the same for all of them. */
export interface SingleSignOnProfile {
  /** What the button on the sign-in page says. */
  name: string
  scopes: readonly string[]
  /** What the provider asks although the person is signed in there already; null to leave it to the provider. */
  prompt: 'login' | 'select_account' | null
  /** How strongly a person must have proved who they are; null where the provider's own rules are enough. */
  assurance: { ask: string; accept: RegExp } | null
}

export type ProfileName = 'entra' | 'cis2' | 'generic'

export const singleSignOnProfiles: Record<ProfileName, SingleSignOnProfile> = {
  /** Microsoft Entra, which NHSmail uses too. That a second factor is asked for is set in the tenant. */
  entra: {
    name: 'NHSmail or Microsoft',
    scopes: ['openid', 'profile', 'email'],
    prompt: 'select_account',
    assurance: null,
  },
  /** NHS Care Identity Service 2. Its values for assurance start with the level, as AAL2_TOTP. */
  cis2: {
    name: 'NHS Care Identity (CIS2)',
    scopes: ['openid', 'profile', 'email'],
    prompt: 'login',
    assurance: { ask: 'AAL2_OR_AAL3_ANY', accept: /^AAL[23]_/ },
  },
  generic: {
    name: 'your organisation’s account',
    scopes: ['openid', 'profile', 'email'],
    prompt: null,
    assurance: null,
  },
}
