import type { Unzipped } from 'fflate'
import { textOfPart } from './open-package.ts'

/** A relationship of a part: its id, the last word of its type, and where it leads. */
export interface Relation {
  /** The element as it is written. */
  written: string
  type: string
  /** A part of the package, or an address outside it. */
  target: string
  external: boolean
}

/** What a part of a package refers to. */
export function relationsOf(parts: Readonly<Unzipped>, part: string): Relation[] {
  const text = textOfPart(parts, relationsPart(part)) ?? ''
  return [...text.matchAll(/<Relationship\b[^>]*>/g)].map(([written]) => {
    const target = attribute(written, 'Target')
    const external = attribute(written, 'TargetMode') === 'External'
    return {
      // Those that are written anew lead to parts of the package, however their mode is spelt.
      written: written.replaceAll(/\sTargetMode\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/\s*\/?>$/, '/>'),
      type: attribute(written, 'Type').split('/').at(-1) ?? '',
      target: external ? target : partAt(part, target),
      external,
    }
  })
}

/** The part that keeps the relationships of another: `word/_rels/document.xml.rels`. */
export function relationsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
}

/** The text of an attribute; empty where there is none. */
export function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? ''
}

/** The part that another refers to. */
function partAt(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folder = part.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') folder.pop()
    else if (step !== '.') folder.push(step)
  return folder.join('/')
}
