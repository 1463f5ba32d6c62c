import type { Severity } from '@workplan/domain'
import type { StateLook } from '../shape/state-look.ts'

export const severityLooks: Record<Severity, StateLook> = {
  high: { word: 'High', shape: 'triangle', colour: 'red' },
  medium: { word: 'Medium', shape: 'diamond', colour: 'orange' },
  low: { word: 'Low', shape: 'circle', colour: 'blue' },
}
