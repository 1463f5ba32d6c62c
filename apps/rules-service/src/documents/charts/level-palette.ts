import type { Level } from '@workplan/domain'

/** How one segment of a level chart is drawn: its fill and a pattern, so that it is never told by colour alone. */
export interface SegmentLook {
  fill: string
  decal: Decal
}

interface Decal {
  symbol: string
  symbolSize: number
  rotation: number
  color: string
  dashArrayX: number | [number, number] | [number, number][]
  dashArrayY: number | [number, number]
}

/** Text and outline; at least 3:1 against the page and against every light fill. */
export const INK = '#212b32'
export const PAGE = '#ffffff'

const DIAGONAL_UP = -Math.PI / 4
const DIAGONAL_DOWN = Math.PI / 4
const PALE = 'rgba(255, 255, 255, 0.55)'
const DARK = 'rgba(33, 43, 50, 0.45)'

/** Levels below 3 are warm and levels from 3 are blue: told apart with every common colour vision. */
export const LEVEL_LOOKS: Record<Level, SegmentLook> = {
  0: { fill: '#7a2e0e', decal: dots(PALE) },
  1: { fill: '#c4601d', decal: lines(PALE, DIAGONAL_UP) },
  2: { fill: '#f6c79b', decal: lines(DARK, 0) },
  3: { fill: '#b5d5ef', decal: plain() },
  4: { fill: '#4b8bc8', decal: lines(PALE, Math.PI / 2) },
  5: { fill: '#003087', decal: lines(PALE, DIAGONAL_DOWN) },
}

/** Unanswered is the page showing through a hatch: visibly not a level. */
export const UNANSWERED_LOOK: SegmentLook = {
  fill: PAGE,
  decal: {
    symbol: 'rect',
    symbolSize: 1,
    rotation: DIAGONAL_UP,
    color: 'rgba(33, 43, 50, 0.8)',
    dashArrayX: [1, 0],
    dashArrayY: [2, 7],
  },
}

function lines(color: string, rotation: number): Decal {
  return { symbol: 'rect', symbolSize: 1, rotation, color, dashArrayX: [1, 0], dashArrayY: [2, 5] }
}

function dots(color: string): Decal {
  return {
    symbol: 'circle',
    symbolSize: 0.7,
    rotation: 0,
    color,
    dashArrayX: [
      [0, 6],
      [3, 3],
    ],
    dashArrayY: [5, 0],
  }
}

function plain(): Decal {
  return {
    symbol: 'none',
    symbolSize: 0,
    rotation: 0,
    color: 'transparent',
    dashArrayX: [1, 0],
    dashArrayY: [1, 0],
  }
}
