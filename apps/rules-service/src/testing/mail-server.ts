import { buffer } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MailConfig } from '../mail/mail-config.ts'

/** An e-mail that arrived, with the addresses it was really sent to. */
export interface Received extends Email {
  recipients: string[]
}

export interface MailServer {
  received: Received[]
  /** The settings of a service that sends to it. */
  config: MailConfig
  /** From now on answers every e-mail with this code; with null takes it again. */
  refuseWith(code: number | null): void
  close(): Promise<void>
}

/** A real SMTP server on this machine, which keeps what it is sent. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refusal === null ? null : Object.assign(new Error('Refused'), { responseCode: refusal }))
    },
    onData(stream, session, done) {
      void keep()

      async function keep(): Promise<void> {
        const mail = await PostalMime.parse(await buffer(stream))
        received.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
        done()
      }
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.server.address() as AddressInfo
  return {
    received,
    config: {
      smtpUrl: `smtp://127.0.0.1:${address.port}`,
      from: 'workplan@example.nhs.uk',
      domains: ['example.nhs.uk'],
    },
    refuseWith: (code) => {
      refusal = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
