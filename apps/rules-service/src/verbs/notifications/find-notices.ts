import { and, eq, or } from 'drizzle-orm'
import { may, type Member } from '../../members.ts'
import type { Transaction } from '../../store/database.ts'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'
import { decisions } from '../../store/schema/index.ts'
import { titleOfSection } from '../comments/commented-section.ts'
import { commentsMentioning, mentionNotices } from './comment-notices.ts'
import { flagNotices } from './flag-notices.ts'
import { readCommentExcerpts, readFlagExcerpts, readTaskExcerpts } from './journal-excerpts.ts'
import type { NoticeDraft } from './notice-draft.ts'
import { responsibilityOf } from './responsibility.ts'
import { dueNotices, handOverNotices, tasksOf } from './task-notices.ts'

/** Everything that a member is told of, the latest first. Runs inside a transaction of the programme. */
export async function findNotices(
  db: Transaction,
  programme: LoadedProgramme,
  member: Member,
): Promise<NoticeDraft[]> {
  const { state, flags, people, asAt } = programme
  const { id } = state.programme
  const person = member.person.id
  const nameOf = (somebody: string) => people.get(somebody)?.name ?? null
  const responsibility = responsibilityOf(programme, member)
  const mayDecide = may(member, 'flag.decide')
  const mayAnswerQuestions = may(member, 'question.answer')
  const mayAnswerDisputes = may(member, 'dispute.answer')

  const tasks = tasksOf(programme, responsibility)
  const mentioning = commentsMentioning(state.records.comment, person)
  const [ofTasks, ofComments, spokenOf] = await Promise.all([
    readTaskExcerpts(db, id, ids(tasks)),
    readCommentExcerpts(db, id, ids(mentioning)),
    flagsSpokenOf(db, id, mayDecide ? null : person),
  ])
  const concerned = [...flags.values()].filter(
    (flag) =>
      spokenOf.has(flag.id) ||
      responsibility.answersFor(flag) ||
      (mayAnswerQuestions && flag.status === 'asked') ||
      (mayAnswerDisputes && flag.status === 'disputed'),
  )
  const ofFlags = await readFlagExcerpts(db, id, ids(concerned))

  return [
    ...dueNotices(tasks, ofTasks, asAt),
    ...handOverNotices(tasks, ofTasks, { person, nameOf }),
    ...mentionNotices(state.records.comment, ofComments, {
      person,
      nameOf,
      titleOf: ({ kind, id: about }) =>
        kind === 'task'
          ? state.records.task.find((task) => task.id === about)?.title
          : kind === 'report-section'
            ? titleOfSection(about)
            : titleOfFlag(flags.get(about)),
    }),
    ...flagNotices(concerned, ofFlags, {
      person,
      answersFor: responsibility.answersFor,
      mayDecide,
      mayAnswerQuestions,
      mayAnswerDisputes,
      nameOf,
    }),
  ].toSorted(latestFirst)
}

/** The flags about which somebody said or asked something; with null, anybody. */
async function flagsSpokenOf(
  db: Transaction,
  programme: string,
  person: string | null,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ flag: decisions.flag })
    .from(decisions)
    .where(
      and(
        eq(decisions.programme, programme),
        person === null ? undefined : or(eq(decisions.by, person), eq(decisions.requestedBy, person)),
      ),
    )
  return new Set(rows.map(({ flag }) => flag))
}

function ids(things: readonly { id: string }[]): string[] {
  return things.map(({ id }) => id)
}

function titleOfFlag(flag: StoredFlag | undefined): string | undefined {
  return flag && `${flag.subject.title}: ${flag.title}`
}

function latestFirst(one: NoticeDraft, other: NoticeDraft): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1
  return other.seq - one.seq || (one.id < other.id ? -1 : 1)
}
