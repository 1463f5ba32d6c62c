import type { AppContext } from '../../context.ts'
import type { MeetingPapers } from '../../documents/content/meeting-document.ts'
import type { Viewed } from '../../http/as-at.ts'
import type { Member } from '../../members.ts'
import { readReport } from '../reports/read-report.ts'
import { withNames } from '../reports/with-names.ts'
import { meetingPack } from './meeting-pack.ts'

/** What the file of a meeting is made of: its pack with the report whole. Throws `not-found`. */
export async function meetingPapers(
  context: Pick<AppContext, 'store' | 'database' | 'rules' | 'now'>,
  viewed: Pick<Viewed, 'programme' | 'reports' | 'said'>,
  member: Member,
  id: string,
): Promise<MeetingPapers> {
  const { programme } = viewed.programme.state
  const pack = await meetingPack(context, viewed, member, id)
  const found = pack.report && (await readReport(context, viewed, pack.report.id))
  const [report = null] = found ? await withNames(context, programme.id, [found]) : []
  return {
    programme: { name: programme.name, organisation: programme.organisation },
    pack,
    report,
    knownAt: viewed.said.known?.at ?? context.now().toISOString(),
  }
}

/** The name of the file, as `meeting-pack-2023-03-13.docx`. */
export function packFileName({ pack }: MeetingPapers, format: string): string {
  return `meeting-pack-${pack.date}.${format}`
}
