import { REPORT_MARKER, type Report } from '@workplan/domain'

/**
 * The form in which documents are written. It goes up whenever the same report gives other bytes than before, so that
 * a file of an earlier form is never taken for one that somebody changed.
 */
export const DOCUMENT_FORM = 3

/** What names a file to a program: the report and the form. It stands uncompressed in every format. */
export function markerOf({ id }: Pick<Report, 'id'>): string {
  return `${REPORT_MARKER}${id}:form-${DOCUMENT_FORM};`
}
