import { z } from '@hono/zod-openapi'
import {
  DigestChoice,
  DigestSettings,
  Id,
  MarkRead,
  NoticeKind,
  NoticeList,
  UnreadNotices,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { listQuery, pageOf } from '../http/lists.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { etag, expectedVersion, versionHeader } from '../http/writes.ts'
import { chooseDigest } from '../verbs/notifications/choose-digest.ts'
import { listNotices } from '../verbs/notifications/list-notices.ts'
import { markNoticesRead } from '../verbs/notifications/mark-notices-read.ts'
import { readDigestSettings } from '../verbs/notifications/read-digest-settings.ts'

const tags = ['Notifications']
const params = z.object({ programme: Id })
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true as const })

const getNotices = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/notifications',
  summary: 'What I am told of, the latest first',
  description: 'It follows from the records and the journal; how far somebody has read is all that is kept.',
  tags,
  request: {
    params,
    query: listQuery.extend({ kind: NoticeKind.optional(), unread: z.literal('yes').optional() }),
  },
  responses: { 200: { description: 'Notices, with how many there are of each kind', ...json(NoticeList) } },
})

const getUnread = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/notifications/unread',
  summary: 'How many of them I have not read',
  tags,
  request: { params },
  responses: { 200: { description: 'The number', ...json(UnreadNotices) } },
})

const putRead = programmeRoute('programme.view', {
  method: 'put',
  path: '/api/programmes/{programme}/notifications/read',
  summary: 'Mark what I was shown as read, by the `seq` of that answer',
  tags,
  request: { params, body: body(MarkRead) },
  responses: { 200: { description: 'How many are left', ...json(UnreadNotices) } },
})

const getSettings = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/notifications/settings',
  summary: 'What I get by e-mail',
  tags,
  request: { params },
  responses: { 200: { description: 'What I chose, and what comes of it', ...json(DigestSettings) } },
})

const putSettings = programmeRoute('programme.view', {
  method: 'put',
  path: '/api/programmes/{programme}/notifications/settings',
  summary: 'Choose what I get by e-mail',
  tags,
  request: { params, headers: versionHeader, body: body(DigestChoice) },
  responses: { 200: { description: 'What I chose, and what comes of it', ...json(DigestSettings) } },
})

/** What each person is told of. Everything here is about whoever asks. */
export function notificationRoutes(context: AppContext) {
  const unreadOf = async (member: Parameters<typeof listNotices>[1]) => ({
    unread: (await listNotices(context, member)).unread,
  })
  return routeGroup()
    .openapi(getNotices, async (c) => {
      const { kind, unread: onlyUnread, ...page } = c.req.valid('query')
      const { notices, ...rest } = await listNotices(context, c.var.member)
      const shown = notices.filter(
        (notice) => (kind === undefined || notice.kind === kind) && !(onlyUnread && notice.read),
      )
      return c.json({ ...pageOf(shown, page), ...rest }, 200)
    })
    .openapi(getUnread, async (c) => c.json(await unreadOf(c.var.member), 200))
    .openapi(putRead, async (c) => {
      await markNoticesRead(context, c.var.member, c.req.valid('json').seq)
      return c.json(await unreadOf(c.var.member), 200)
    })
    .openapi(getSettings, async (c) => {
      const settings = await readDigestSettings(context, c.var.member)
      return c.json(settings, 200, { etag: etag(settings.version) })
    })
    .openapi(putSettings, async (c) => {
      const version = expectedVersion(c.req.valid('header')['if-match'])
      const settings = await chooseDigest(context, c.var.member, { choice: c.req.valid('json'), version })
      return c.json(settings, 200, { etag: etag(settings.version) })
    })
}
