import { z } from 'zod'
import { isLoopback } from '../sign-in/sign-in-config.ts'

/** How the service sends e-mails. */
export interface MailConfig {
  /** The server, as `smtps://user:password@host:465`. */
  smtpUrl: string
  /** The address that e-mails come from. */
  from: string
  /** Domains of the addresses that people may give for their e-mails. */
  domains: string[]
}

const Domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)

/** The environment variables about e-mails. */
export const mailVariables = {
  WORKPLAN_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' }).optional(),
  WORKPLAN_MAIL_FROM: z.email().optional(),
  WORKPLAN_MAIL_DOMAINS: z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim().toLowerCase()))
    .refine(
      (list) => list.every((entry) => Domain.safeParse(entry).success),
      'must be domains with commas between them, as nhs.net,nhs.uk',
    )
    .optional(),
}

const Settings = z.object({ ...mailVariables, WORKPLAN_PUBLIC_URL: z.string().optional() })
type Settings = z.infer<typeof Settings>

/** The settings in the form that the service reads them in; null where no e-mails are sent. */
export function mailConfigOf(settings: Settings): MailConfig | null {
  const { WORKPLAN_SMTP_URL: smtpUrl, WORKPLAN_MAIL_FROM: from, WORKPLAN_MAIL_DOMAINS: domains } = settings
  if (smtpUrl === undefined || from === undefined) return null
  return { smtpUrl, from, domains: domains ?? [domainOf(from)] }
}

/** What is missing to send e-mails, and what to do about it; null when nothing is, or none are to be sent. */
export function faultOfMail(settings: Settings): string | null {
  const { WORKPLAN_SMTP_URL: url, WORKPLAN_MAIL_FROM: from, WORKPLAN_PUBLIC_URL: publicUrl } = settings
  if (url === undefined)
    return from === undefined
      ? null
      : 'WORKPLAN_SMTP_URL is needed with WORKPLAN_MAIL_FROM: the server that takes e-mails, as smtps://user:password@smtp.example.nhs.uk:465.'
  if (from === undefined)
    return 'WORKPLAN_MAIL_FROM is needed with WORKPLAN_SMTP_URL: the address that e-mails come from, as workplan@example.nhs.uk.'
  if (publicUrl === undefined)
    return 'WORKPLAN_PUBLIC_URL is needed with WORKPLAN_SMTP_URL: the links in e-mails begin with it.'
  return null
}

/** The domain of an e-mail address, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** True when the connection to the server may be left unencrypted, because it does not leave this machine. */
export function staysHere({ smtpUrl }: Pick<MailConfig, 'smtpUrl'>): boolean {
  return isLoopback(new URL(smtpUrl).hostname.replace(/^\[|\]$/g, ''))
}
