/** The way into a fact's value: names of members and indexes of entries. */
export type FactPath = readonly (string | number)[]

const PATH = /^\$(?:\.[A-Za-z][\w-]*|\[(?:0|[1-9]\d{0,3})\])+$/
const STEP = /\.([A-Za-z][\w-]*)|\[(\d+)\]/g

/**
 * The steps of a path such as `$.children`, `$[0]` or `$.a[0]`; null for anything else. Of JSONPath these alone are
 * allowed: no wildcards, slices, filters or scripts, and no name that every object has, as `constructor`.
 */
export function parsePath(text: string): FactPath | null {
  if (!PATH.test(text)) return null
  const steps = [...text.matchAll(STEP)].map(([, member, index]) => member ?? Number(index))
  return steps.some(isBuiltIn) ? null : steps
}

function isBuiltIn(step: string | number): boolean {
  return typeof step === 'string' && (step in Object.prototype || step === 'prototype')
}
