import type { AnswerChange, EvidenceState } from '@workplan/domain'

/** An answer to try, as typed. Empty choices and texts leave the answer as it is. */
export interface AnswerTrial {
  level: '' | 'none' | '0' | '1' | '2' | '3' | '4' | '5'
  evidenceState: EvidenceState | ''
  evidence: string
  gap: string
}

export function emptyTrial(): AnswerTrial {
  return { level: '', evidenceState: '', evidence: '', gap: '' }
}

/** The change that a trial asks about; null while it changes nothing. Evidence of no kind has no text. */
export function changeOfTrial({ level, evidenceState, evidence, gap }: AnswerTrial): AnswerChange | null {
  const words = evidence.trim()
  const change: AnswerChange = {
    ...(level !== '' && { level: level === 'none' ? null : (Number(level) as AnswerChange['level']) }),
    ...(evidenceState !== '' && { evidenceState }),
    ...(evidenceState === 'none' ? { evidence: null } : words !== '' && { evidence: words }),
    ...(gap.trim() !== '' && { gap: gap.trim() }),
  }
  return Object.keys(change).length > 0 ? change : null
}
