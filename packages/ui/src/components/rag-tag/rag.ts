import type { StateLook } from '../shape/state-look.ts'

/** A red, amber, green rating; `complete` and `not-rated` are not colours of it but states of their own. */
export type Rag = 'red' | 'amber' | 'green' | 'complete' | 'not-rated'

export const ragLooks: Record<Rag, StateLook> = {
  red: { word: 'Red', shape: 'octagon', colour: 'red' },
  amber: { word: 'Amber', shape: 'triangle', colour: 'orange' },
  green: { word: 'Green', shape: 'circle', colour: 'green' },
  complete: { word: 'Complete', shape: 'tick', colour: 'blue' },
  'not-rated': { word: 'Not rated', shape: 'ring', colour: 'white' },
}
