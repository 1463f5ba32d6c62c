/** A copy of which nothing is shared; drafts are what JSON can say, and are kept so. */
export function copyOf<Draft>(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft)) as Draft
}
