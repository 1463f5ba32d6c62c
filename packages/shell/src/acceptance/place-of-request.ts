/** Names the form in which acceptance of a flag is asked for among the kept drafts of its writer. */
export function placeOfRequest(flag: string): string {
  return `acceptance/${flag}`
}
