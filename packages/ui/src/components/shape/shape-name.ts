/** Shapes that say a state without colour. */
export type ShapeName =
  | 'octagon'
  | 'triangle'
  | 'diamond'
  | 'circle'
  | 'half'
  | 'ring'
  | 'tick'
  | 'cross'
  | 'bars'
  | 'dash'
  | 'person'
  | 'speech'
