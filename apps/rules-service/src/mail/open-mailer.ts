import { createTransport } from 'nodemailer'
import { type MailConfig, staysHere } from './mail-config.ts'

/** An e-mail to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** The same for every try to send the same e-mail, so that a server can tell that it has it already. */
  messageId: string
  /** Where its reader changes what they get. */
  settings: string
}

export interface Mailer {
  /** Resolves when the server has taken the e-mail; throws otherwise. */
  send(mail: Mail): Promise<void>
}

const TIMES = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
}

/** Sends over SMTP; encrypted, unless the server is on this machine. */
export function openMailer(config: MailConfig): Mailer {
  const url = new URL(config.smtpUrl)
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !staysHere(config),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ...TIMES,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, messageId, settings }) {
      await transport.sendMail({
        from: { name: 'Workplan', address: config.from },
        // As an object, so that nothing in it can name a second recipient.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        list: { unsubscribe: { url: settings, comment: 'Choose how often you get this' } },
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

/** What went wrong with an e-mail, for the log: never the words of the server, which can hold the address. */
export interface MailFault {
  /** As `ECONNECTION` or `EENVELOPE`; the name of an error of another kind. */
  code: string
  /** The server's answer, as 550, and what it was an answer to. */
  responseCode: number | null
  command: string | null
}

export function faultOf(error: unknown): MailFault {
  const { code, responseCode, command }: Record<string, unknown> = Object(error)
  return {
    code: typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown',
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    command: typeof command === 'string' ? command : null,
  }
}

/** True when the server takes no e-mail for that address, now or later. */
export function isRefusedForGood({ responseCode, command }: MailFault): boolean {
  return responseCode !== null && responseCode >= 500 && command === 'RCPT TO'
}
