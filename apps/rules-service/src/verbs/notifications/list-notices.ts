import { type Notice, type NoticeCount, NoticeKind } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import { inProgramme } from '../../store/isolation.ts'
import { readMark } from '../marks/read-mark.ts'
import { findNotices } from './find-notices.ts'
import { isSince, type NoticeDraft } from './notice-draft.ts'

export interface ListedNotices {
  notices: Notice[]
  counts: NoticeCount[]
  unread: number
  /** The journal entry that they follow from. */
  seq: number
}

/** What a member is told of, the latest first, with what of it they have read. */
export async function listNotices(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  member: Member,
): Promise<ListedNotices> {
  const programme = await store.readProgramme(member.programme)
  const marked = { programme: member.programme, person: member.person.id, name: 'alerts' as const }
  const [mark, drafts] = await inProgramme(database, member.programme, (db) =>
    Promise.all([readMark(db, marked), findNotices(db, programme, member)]),
  )
  const notices = drafts.map((draft) => noticeOf(draft, draft.dealtWith || !isSince(draft, mark)))
  const unread = notices.filter(({ read }) => !read)
  return {
    notices,
    counts: NoticeKind.options.map((kind) => ({
      kind,
      all: notices.filter((notice) => notice.kind === kind).length,
      unread: unread.filter((notice) => notice.kind === kind).length,
    })),
    unread: unread.length,
    seq: programme.seq,
  }
}

function noticeOf({ seq: _seq, dealtWith: _dealtWith, ...notice }: NoticeDraft, read: boolean): Notice {
  return { ...notice, read }
}
