/**
 * The address that opens a letter with a one-time link in the sender's own mail program. The address of the person is not
 * sent to the service.
 */
export function invitationLetter({ to, name, link }: { to: string; name: string; link: string }): string {
  const body = [
    `Hello ${name},`,
    'You are invited to Workplan. This link makes you one of its people. It works once, for 7 days:',
    link,
    'Do not pass it on: whoever opens it first comes in as you.',
  ].join('\n\n')
  const query = `subject=${encodeURIComponent('Your place in Workplan')}&body=${encodeURIComponent(body)}`
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?${query}`
}
