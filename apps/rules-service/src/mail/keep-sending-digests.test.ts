import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { openMailServer } from '../testing/mail-server.ts'
import { openTestService } from '../testing/test-service.ts'
import { keepSendingDigests } from './keep-sending-digests.ts'

const OFTEN = { everyMs: 20, firstAfterMs: 1 }

it('sends what comes due while the service runs, and nothing once it is stopped', async () => {
  const server = await openMailServer()
  let today = new Date('2023-03-12T12:00:00Z')
  const service = await openTestService({
    now: () => today,
    config: { mail: server.config, publicUrl: 'https://workplan.example.nhs.uk' },
  })
  await service.opened.database.execute(
    sql`update auth_users set email = 'lead@example.nhs.uk' where id = 'person.lead-adult'`,
  )
  const begun = async () =>
    (await service.opened.database.execute(sql`select 1 from digests where person = 'person.lead-adult'`))
      .rowCount
  const sending = keepSendingDigests(service.context, OFTEN)
  await vi.waitFor(async () => expect(await begun()).toBe(1), { timeout: 10_000 })
  today = new Date('2023-03-13T08:00:00Z')
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 10_000 })
  await sending.stop()
  today = new Date('2023-03-20T08:00:00Z')
  await new Promise((resolve) => setTimeout(resolve, 5 * OFTEN.everyMs))
  expect(server.received).toHaveLength(1)
  await service.close()
  await server.close()
})

it('does nothing where no e-mails are sent', async () => {
  const service = await openTestService()
  const sending = keepSendingDigests(service.context, OFTEN)
  await new Promise((resolve) => setTimeout(resolve, 5 * OFTEN.everyMs))
  await sending.stop()
  expect((await service.opened.database.execute(sql`select 1 from digests`)).rowCount).toBe(0)
  await service.close()
})
