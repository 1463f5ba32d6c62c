/** Names the form of an answer about a flag among the kept drafts of its writer. */
export function placeOfAnswer(flag: string): string {
  return `answer/${flag}`
}
