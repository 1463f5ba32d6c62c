import { z } from 'zod'
import { isLoopback } from '../sign-in/sign-in-config.ts'
import { trustedProxies } from './client-address.ts'

/** What the service takes from whoever can reach it. */
export interface ExposureConfig {
  /** Requests that one session may send in a minute; an address may send ten times as many. */
  requestsPerMinute: number
  /** Addresses and networks of the proxies that say truly for whom they speak. */
  trustedProxies: string[]
}

/** The environment variables about who can reach the service. */
export const exposureVariables = {
  WORKPLAN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WORKPLAN_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim()))
    .refine(areAddresses, 'must be addresses or networks with commas between them, as 10.0.0.4,172.16.0.0/12')
    .optional(),
  WORKPLAN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(1_200),
  /** Not ours: Node.js itself trusts any certificate with it. */
  NODE_TLS_REJECT_UNAUTHORIZED: z.string().optional(),
}

const Settings = z.object({ ...exposureVariables, HOST: z.string() })
type Settings = z.infer<typeof Settings>

/** The settings in the form that the service reads them in. */
export function exposureConfigOf(settings: Settings): ExposureConfig {
  return {
    requestsPerMinute: settings.WORKPLAN_REQUESTS_PER_MINUTE,
    trustedProxies: settings.WORKPLAN_TRUSTED_PROXIES ?? [],
  }
}

/** What is unsafe for a service that is no demonstration, and what to do about it; null when nothing is. */
export function faultOfExposure(settings: Settings): string | null {
  const { HOST, WORKPLAN_PUBLIC_URL: publicUrl, WORKPLAN_TRUSTED_PROXIES: proxies } = settings
  if (settings.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    return (
      'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anyone pose as the database or as the provider of the sign-in. Unset it, ' +
      'and name the certificate of your own authority with NODE_EXTRA_CA_CERTS.'
    )
  if (publicUrl === undefined)
    return isLoopback(HOST)
      ? null
      : `HOST=${HOST} is open to other machines, and nothing says by which name they know Workplan. ` +
          'Set WORKPLAN_PUBLIC_URL to the address that people use, as https://workplan.example.nhs.uk.'
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'http:')
    return isLoopback(hostname.replace(/^\[|\]$/g, ''))
      ? null
      : `WORKPLAN_PUBLIC_URL=${publicUrl} would send passwords and sessions unencrypted. ` +
          'Put a proxy that ends TLS in front of Workplan, and let the address start with https://.'
  if (proxies === undefined)
    return (
      'WORKPLAN_TRUSTED_PROXIES is needed with an address that starts with https://: the address or network of the ' +
      'proxy that ends TLS, as 172.16.0.0/12. Without it all people would count as one.'
    )
  return null
}

function areAddresses(list: readonly string[]): boolean {
  try {
    trustedProxies(list)
    return true
  } catch {
    return false
  }
}
