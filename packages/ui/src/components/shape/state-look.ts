import type { TagColour } from '../tag/tag-colour.ts'
import type { ShapeName } from './shape-name.ts'

/** How a state is shown: always a word and a shape, and a colour beside them. */
export interface StateLook {
  word: string
  shape: ShapeName
  colour: TagColour
}
