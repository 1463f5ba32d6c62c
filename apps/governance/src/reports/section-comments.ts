import { defineQueryOptions } from '@pinia/colada'
import { sectionReference, type CommentView, type NarrativeSection } from '@workplan/domain'
import { api, etagOf, newAttempt, programmeKey, read, useChanging } from '@workplan/shell'

const { comments } = api.programmes[':programme']

interface OfSection {
  programme: string
  report: string
  section: NarrativeSection
}

/** What was said about a section of a draft, oldest first. */
export const sectionCommentsQuery = defineQueryOptions(({ programme, report, section }: OfSection) => ({
  key: [...programmeKey(programme), 'comments', 'report-section', sectionReference(report, section)],
  query: ({ signal }) =>
    read(
      comments.$get(
        {
          param: { programme },
          query: { kind: 'report-section', id: sectionReference(report, section) },
        },
        { init: { signal } },
      ),
    ),
}))

/** Says something about a section, and that it is dealt with. */
export function useSectionComments() {
  const changing = useChanging()
  return {
    write: changing(({ programme, report, section, text }: OfSection & { text: string }) =>
      read(
        comments.$post({
          param: { programme },
          header: { 'idempotency-key': newAttempt() },
          json: { about: { kind: 'report-section', id: sectionReference(report, section) }, text },
        }),
      ),
    ),
    resolve: changing(
      ({ programme, view, resolved }: { programme: string; view: CommentView; resolved: boolean }) =>
        read(
          comments[':id'].resolution.$post({
            param: { programme, id: view.comment.id },
            header: { 'if-match': etagOf(view.version), 'idempotency-key': newAttempt() },
            json: { resolved },
          }),
        ),
    ),
  }
}
