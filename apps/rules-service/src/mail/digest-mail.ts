import { formatPartialDate, type Notice, type NoticeKind } from '@workplan/domain'
import { escapeXml } from '../documents/formats/escape-xml.ts'
import type { Mail } from './open-mailer.ts'

/** What an e-mail with somebody's notices is made of. `notices` come in the order of the page. */
export interface Digest {
  programme: string
  /** As `https://workplan.example.nhs.uk/adult/bnssg`, without a slash at the end. */
  root: string
  notices: readonly Pick<Notice, 'kind' | 'title' | 'on' | 'opens'>[]
}

/** How many of a kind are named; the page has the rest. */
const NAMED = 20

/** What each kind is called: over its list, and counted in the subject. The order is that of what to look at first. */
const WORDS: Record<NoticeKind, { heading: string; one: string; many: string }> = {
  asked: { heading: 'Waiting for your answer', one: 'question', many: 'questions' },
  mentioned: { heading: 'You were mentioned', one: 'mention', many: 'mentions' },
  answered: { heading: 'Answers to you', one: 'answer', many: 'answers' },
  'handed-over': { heading: 'Handed over to you', one: 'task handed over', many: 'tasks handed over' },
  due: { heading: 'Due or late', one: 'task due or late', many: 'tasks due or late' },
  decided: { heading: 'Decided', one: 'decision', many: 'decisions' },
  flagged: { heading: 'Flags raised on your work', one: 'new flag notice', many: 'new flag notices' },
}

const KINDS = Object.keys(WORDS) as NoticeKind[]

/**
 * An e-mail of titles, days and links, in plain text and in HTML: no text that somebody wrote leaves the programme. The
 * subject says how much there is of what.
 */
export function digestMail({
  programme,
  root,
  notices,
}: Digest): Pick<Mail, 'subject' | 'text' | 'html' | 'settings'> {
  const settings = `${root}/alerts/settings`
  const sections = KINDS.flatMap((kind) => {
    const all = notices.filter((notice) => notice.kind === kind)
    return all.length === 0 ? [] : [{ kind, all, named: all.slice(0, NAMED), more: all.length - NAMED }]
  })
  const counts = sections.map(({ kind, all }) => counted(all.length, WORDS[kind])).join(', ')
  const linkOf = ({ opens }: Pick<Notice, 'opens'>) => linkTo(root, opens)
  const rest = (kind: NoticeKind) => `${root}/alerts?kind=${kind}`
  const why = `You get this because you are a member of ${programme} on Workplan.`
  const text = [
    `${programme} on Workplan`,
    ...sections.map(({ kind, named, more }) =>
      [
        WORDS[kind].heading,
        ...named.map(
          (notice) => `- ${onOneLine(notice.title)} (${formatPartialDate(notice.on)})\n  ${linkOf(notice)}`,
        ),
        ...(more > 0 ? [`- and ${more} more\n  ${rest(kind)}`] : []),
      ].join('\n'),
    ),
    `All your alerts: ${root}/alerts`,
    `${why} Choose how often, or stop it: ${settings}`,
  ].join('\n\n')
  const html = page(programme, [
    ...sections.map(
      ({ kind, named, more }) =>
        `<h2>${WORDS[kind].heading}</h2><ul>${[
          ...named.map(
            (notice) => `<li>${link(linkOf(notice), notice.title)}, ${formatPartialDate(notice.on)}</li>`,
          ),
          ...(more > 0 ? [`<li>${link(rest(kind), `and ${more} more`)}</li>`] : []),
        ].join('')}</ul>`,
    ),
    `<p>${link(`${root}/alerts`, 'All your alerts')}</p>`,
    `<p>${escapeXml(why)} ${link(settings, 'Choose how often, or stop it')}.</p>`,
  ])
  return { subject: onOneLine(`${programme}: ${counts}`), text: `${text}\n`, html, settings }
}

/** Whoever writes a title does not lay out the e-mail, nor its headers. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function linkTo(root: string, { kind, id }: Notice['opens']): string {
  if (kind === 'flags') return `${root}/flags?rule=${encodeURIComponent(id)}`
  // Reports have a page in one app only.
  if (kind === 'report')
    return `${root.replace(/\w+(?=\/[^/]+$)/, 'governance')}/reports/${encodeURIComponent(id)}`
  return `${root}/${kind}s/${encodeURIComponent(id)}`
}

function counted(count: number, { one, many }: { one: string; many: string }): string {
  return `${count} ${count === 1 ? one : many}`
}

function link(href: string, text: string): string {
  return `<a href="${escapeXml(href)}">${escapeXml(text)}</a>`
}

function page(title: string, parts: readonly string[]): string {
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeXml(title)} on Workplan</title></head>` +
    `<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #212b32">` +
    `<h1 style="font-size: 22px">${escapeXml(title)} on Workplan</h1>${parts.join('')}</body></html>`
  )
}
