/** Text as it may stand in XML and HTML, in an element or between double quotes. */
export function escapeXml(text: string): string {
  return writableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text without the control characters that no XML may hold. */
export function writableText(text: string): string {
  let kept = ''
  for (const character of text.toWellFormed())
    if (isWritable(character.codePointAt(0) ?? 0)) kept += character
  return kept
}

function isWritable(code: number): boolean {
  return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : code === 0x09 || code === 0x0a || code === 0x0d
}
