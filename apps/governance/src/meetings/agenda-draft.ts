import type { AgendaItem, AgendaItemInput } from '@workplan/domain'

/** An item of the agenda while somebody writes it. `key` names it on the page. */
export interface AgendaRow {
  key: string
  id: string | null
  title: string
  about: { kind: string; id: string; title: string } | null
  minutes: string
}

/** What somebody writes before and in a meeting. */
export interface AgendaDraft {
  rows: AgendaRow[]
}

export function rowsOfAgenda(agenda: readonly AgendaItem[]): AgendaRow[] {
  return agenda.map(({ id, title, about, minutes }) => ({
    key: id,
    id,
    title,
    about,
    minutes: minutes ?? '',
  }))
}

/** The agenda as it is sent; rows without a title and without minutes are left out. */
export function agendaOfRows(rows: readonly AgendaRow[]): AgendaItemInput[] {
  return rows.filter(says).map(({ id, title, about, minutes }) => ({
    ...(id !== null && { id }),
    title: title.trim(),
    about: about && { kind: about.kind, id: about.id },
    minutes: minutes.trim() || null,
  }))
}

function says({ title, minutes }: AgendaRow): boolean {
  return title.trim() !== '' || minutes.trim() !== ''
}

/** The rows as they are written on, with the ids that new ones of them were saved under. */
export function withSavedIds(
  rows: readonly AgendaRow[],
  { sent, saved }: { sent: readonly AgendaRow[]; saved: readonly AgendaRow[] },
): AgendaRow[] {
  const ids = new Map(sent.filter(says).map(({ key }, index) => [key, saved[index]?.id ?? null]))
  return rows.map((row) => ({ ...row, id: row.id ?? ids.get(row.key) ?? null }))
}

/** The rows with one of them a place up (-1) or down (1); the same where it would leave the list. */
export function moveRow(rows: readonly AgendaRow[], place: number, by: -1 | 1): AgendaRow[] {
  const [one, other] = [rows[place], rows[place + by]]
  if (!one || !other) return [...rows]
  return rows.map((row, index) => (index === place ? other : index === place + by ? one : row))
}

/** The agenda as text, to compare two versions of it. */
export function agendaInWords(rows: readonly AgendaRow[]): string {
  const lines = rows.map(({ title, minutes }, index) => {
    const text = minutes.trim()
    return `${index + 1}. ${title}${text ? `\n${text}` : ''}`
  })
  return lines.join('\n') || 'Nothing on the agenda'
}

/** My rows on top of an agenda that somebody else changed: items that are there no more become new ones. */
export function rowsOver(rows: readonly AgendaRow[], theirs: readonly { id: string | null }[]): AgendaRow[] {
  return rows.map((row) => ({
    ...row,
    id: row.id !== null && theirs.some(({ id }) => id === row.id) ? row.id : null,
  }))
}

/** Whether two agendas say the same, minutes and all. */
export function sameAgenda(one: readonly AgendaRow[], other: readonly AgendaRow[]): boolean {
  return JSON.stringify(agendaOfRows(one)) === JSON.stringify(agendaOfRows(other))
}
