import { strFromU8, strToU8, type Unzipped, zipSync, type Zippable } from 'fflate'
import type { ReportDocument } from '../content/document.ts'
import { escapeXml } from './escape-xml.ts'

const CORE = 'docProps/core.xml'
const TYPES = '[Content_Types].xml'

/** The earliest day that an archive can hold: every part has it. */
const PART_DAY = new Date(1980, 0, 1)

/**
 * An Office file with nothing in it that would differ the next time it is made: its parts in order, each with the same
 * day, and properties of our own. Those stand uncompressed, for whoever looks for the marker.
 */
export function fixedPackage(written: Readonly<Unzipped>, document: ReportDocument): Uint8Array {
  const parts: Unzipped = { ...written, [CORE]: strToU8(coreProperties(document)) }
  parts[TYPES] = strToU8(typesOf(parts))
  const names = Object.keys(parts).toSorted(
    (one, other) => place(one) - place(other) || (one < other ? -1 : 1),
  )
  const fixed: Zippable = Object.fromEntries(
    names.map((name) => [name, [parts[name] ?? new Uint8Array(), { level: name === CORE ? 0 : 6 }]]),
  )
  return zipSync(fixed, { mtime: PART_DAY })
}

/** Readers look for the list of parts first. */
function place(name: string): number {
  return name === TYPES ? 0 : 1
}

/** What each part is, without parts that are not there: a library of ours names some. */
function typesOf(parts: Readonly<Unzipped>): string {
  return strFromU8(parts[TYPES] ?? new Uint8Array()).replaceAll(
    /<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g,
    (entry, name: string) => (parts[name] ? entry : ''),
  )
}

function coreProperties({ title, author, marker, date, draft }: ReportDocument): string {
  const moment = date.toISOString().replace(/\.\d{3}Z$/, 'Z')
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<dc:identifier>${escapeXml(marker)}</dc:identifier><dc:language>en-GB</dc:language>` +
    `<cp:contentStatus>${draft ? 'Draft' : 'Issued'}</cp:contentStatus>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  )
}
