import { NarrativeSection } from './report.ts'

/** One section of one report, as comments name it: `bnssg.report.3:summary`. */
export function sectionReference(report: string, section: NarrativeSection): string {
  return `${report}:${section}`
}

/** The report and the section that a reference names; null for what names none. */
export function readSectionReference(
  reference: string,
): { report: string; section: NarrativeSection } | null {
  const place = reference.lastIndexOf(':')
  const section = NarrativeSection.safeParse(reference.slice(place + 1))
  return place > 0 && section.success ? { report: reference.slice(0, place), section: section.data } : null
}
