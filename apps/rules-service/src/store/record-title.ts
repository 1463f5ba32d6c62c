const TITLE_FIELDS = ['title', 'name', 'term', 'question', 'label', 'staffGroup']

/** What a record is called, whichever field its kind keeps that in; its id when there is none. */
export function titleOfRecord(record: { id: string }): string {
  const fields: Record<string, unknown> = { ...record }
  const title = TITLE_FIELDS.map((field) => fields[field]).find((value) => typeof value === 'string')
  return typeof title === 'string' ? title : record.id
}
