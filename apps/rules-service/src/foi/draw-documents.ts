import type { ProgrammeDocument, RecordRefView } from '@workplan/domain'
import { type Draw, type DrawnFrom, emptyDraw } from './draw.ts'

const PLANNING = [
  { fits: 'forward-plan', title: /joint forward plan/i },
  { fits: 'integrated-strategy', title: /integrated care strategy|health and wellbeing strategy/i },
] as const

const STATE_WORDS: Record<ProgrammeDocument['state'], string> = {
  draft: 'a draft',
  final: 'in force',
  cited: 'cited',
}

/** Plans of the whole system in which the programme's work is named, as far as its papers cite them. */
export function drawPlanningDocuments({ records }: DrawnFrom): Draw {
  const found = records.document.flatMap((document) => {
    const plan = PLANNING.find(({ title }) => title.test(document.title))
    return plan ? [{ document, fits: plan.fits }] : []
  })
  if (found.length === 0)
    return { ...emptyDraw(), unknown: ['Which planning documents name this work: none is on record.'] }
  return {
    ...emptyDraw(),
    sentences: [`On record: ${listed(found.map(({ document }) => document))}.`],
    fits: [...new Set(found.map(({ fits }) => fits))],
    evidence: found.map(({ document }) => refOf(document)),
  }
}

/** The programme's own strategies for palliative and end of life care, and whether they are in force. */
export function drawStrategyDocuments({ records }: DrawnFrom): Draw {
  const found = records.document.filter(
    ({ title, state }) =>
      state !== 'cited' && /strateg/i.test(title) && /end of life|palliative/i.test(title),
  )
  if (found.length === 0) return { ...emptyDraw(), unknown: ['Which strategy there is: none is on record.'] }
  return {
    ...emptyDraw(),
    sentences: [`On record: ${listed(found)}.`],
    fits: [...new Set(found.map(({ state }) => (state === 'draft' ? 'in-draft' : 'system-plan')))],
    evidence: found.map(refOf),
  }
}

function listed(documents: readonly ProgrammeDocument[]): string {
  return documents.map(({ title, state }) => `${title} (${STATE_WORDS[state]})`).join('; ')
}

function refOf({ id, title }: ProgrammeDocument): RecordRefView {
  return { kind: 'document', id, title }
}
