import type { Rag } from '@workplan/domain'
import type { StateLook } from '../shape/state-look.ts'

export const ragLooks: Record<Rag, StateLook> = {
  red: { word: 'Red', shape: 'octagon', colour: 'red' },
  amber: { word: 'Amber', shape: 'triangle', colour: 'orange' },
  green: { word: 'Green', shape: 'circle', colour: 'green' },
  complete: { word: 'Complete', shape: 'tick', colour: 'blue' },
  'not-rated': { word: 'Not rated', shape: 'ring', colour: 'white' },
}
