import type { LevelSummary } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { levelSummaryView } from '../../views/level-summary-view.ts'
import { exampleProgramme } from '../../views/loaded-programme.fixture.ts'
import { describeLevels } from './level-chart-text.ts'
import { drawLevelChart, levelChartOption } from './level-chart.ts'
import { INK, LEVEL_LOOKS, PAGE, UNANSWERED_LOOK } from './level-palette.ts'

const summary = levelSummaryView(exampleProgramme('bnssg'), loadLibrary()) as LevelSummary
const svg = drawLevelChart(summary, 'all')

describe('drawLevelChart', () => {
  it('is well-formed and stands alone, in fonts that are there', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(svg).toMatch(/<\/svg>$/)
    const fonts = [...svg.matchAll(/font-family:([^;"]+)/g)].map(([, family]) => family)
    expect(new Set(fonts)).toEqual(new Set(["Arial, 'Liberation Sans', sans-serif"]))
    const tags = svg.match(/<[^>]*>/g) ?? []
    const broken = tags.filter((tag) => !/^<\/?[\w:]+(\s+[\w:-]+="[^"<]*")*\s*\/?>$/.test(tag))
    expect(broken).toEqual([])
  })

  it('says in words what it shows', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="chart-title" aria-describedby="chart-description">/,
    )
    expect(svg).toContain(
      '<title id="chart-title">Measures at each level, as a share of all measures</title>',
    )
    expect(svg).toMatch(/<desc id="chart-description">Ambition 1, .*All ambitions: 75 measures, 71 answered/)
  })

  it('shows counts in the bars and both denominators beside them', () => {
    expect(svg).toContain('>19 measures, 17 answered<')
    expect(svg).toContain('>75 measures, 71 answered<')
    expect(svg).toContain('>Unanswered<')
    expect(drawLevelChart(summary, 'answered')).not.toContain('>Unanswered<')
  })

  it('escapes what people wrote', () => {
    const ambitions = summary.ambitions.map((row) => ({ ...row, title: 'Care & <support>' }))
    const drawn = drawLevelChart({ ...summary, ambitions }, 'all')
    expect(drawn).not.toContain('<support>')
    expect(drawn).toContain('Care &amp; &lt;support&gt;')
  })

  it('draws a programme with nothing answered without inventing shares', () => {
    const none = { count: 0, percent: 0, percentOfAnswered: null }
    const zero = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
    const blank = {
      ...summary.total,
      answered: 0,
      unanswered: 75,
      countAtLevel: zero,
      level3AndAbove: none,
    }
    expect(drawLevelChart({ ambitions: [], total: blank }, 'answered')).not.toContain('NaN')
    expect(describeLevels({ ambitions: [], total: blank }, 'answered')).toBe(
      'All ambitions: 75 measures, 0 answered: 75 unanswered. Level 3 and above: 0.',
    )
  })
})

describe('levelChartOption', () => {
  it('stacks to the whole of all measures, unanswered included', () => {
    const { series } = levelChartOption(summary, 'all')
    const shares = [series].flat().map((entry) => (entry as { data: { value: number }[] }).data)
    const firstBar = shares.reduce((sum, data) => sum + (data[0]?.value ?? 0), 0)
    expect(firstBar).toBeCloseTo(100, 0)
    expect(shares).toHaveLength(7)
  })
})

describe('the palette', () => {
  const looks = [...Object.values(LEVEL_LOOKS), UNANSWERED_LOOK]

  it('gives every segment its own colour and its own pattern', () => {
    expect(new Set(looks.map(({ fill }) => fill)).size).toBe(looks.length)
    expect(new Set(looks.map(({ decal }) => JSON.stringify(decal))).size).toBe(looks.length)
  })

  it('outlines light segments so that all stand out from the page at 3 to 1', () => {
    for (const { fill } of looks)
      expect(Math.max(contrast(fill, PAGE), contrast(INK, fill))).toBeGreaterThanOrEqual(3)
    expect(contrast(INK, PAGE)).toBeGreaterThanOrEqual(4.5)
  })
})

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
