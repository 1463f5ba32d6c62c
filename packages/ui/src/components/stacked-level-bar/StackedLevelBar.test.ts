import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { describeLevels, levelSegments } from './levels.ts'
import StackedLevelBar from './StackedLevelBar.vue'

const counts = { '0': 1, '1': 0, '2': 10, '3': 30, '4': 8, '5': 3 }
const noun = { one: 'measure', many: 'measures' }

describe('levelSegments', () => {
  it('keeps unanswered apart from level 0 and shares out the whole', () => {
    const segments = levelSegments(counts, 23)
    expect(segments.find(({ key }) => key === 'unanswered')).toMatchObject({ label: 'Unanswered', count: 23 })
    expect(segments.find(({ key }) => key === '0')).toMatchObject({ label: 'Level 0', count: 1 })
    expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100)
  })

  it('shares nothing out when there is nothing', () => {
    const none = { '0': 0, '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 }
    expect(levelSegments(none, 0).every(({ share }) => share === 0)).toBe(true)
  })

  it('is said in full', () => {
    expect(describeLevels('Ambition 1', levelSegments(counts, 23), noun)).toBe(
      'Ambition 1: 75 measures. level 0: 1, level 1: 0, level 2: 10, level 3: 30, level 4: 8, level 5: 3, unanswered: 23.',
    )
  })
})

describe('StackedLevelBar', () => {
  const props = { label: 'Ambition 1', counts, unanswered: 23 }

  it('is a picture with all its figures in words', () => {
    const bar = mount(StackedLevelBar, { props }).get('[role="img"]')
    expect(bar.attributes('aria-label')).toContain('75 measures')
    expect(bar.attributes('aria-label')).toContain('unanswered: 23')
  })

  it('draws what there is in proportion and leaves out what there is none of', () => {
    const drawn = mount(StackedLevelBar, { props }).findAll<HTMLElement>('.wp-levels__segment')
    expect(drawn.map(({ element }) => element.style.flexGrow)).toEqual(['1', '10', '30', '8', '3', '23'])
    expect(drawn.at(-1)?.classes()).toContain('wp-levels__segment--unanswered')
  })

  it('links each figure to its records, a zero too', () => {
    const wrapper = mount(StackedLevelBar, {
      props: { ...props, hrefFor: (level) => `/measures?level=${level}` },
    })
    const links = wrapper.findAll('a')
    expect(links).toHaveLength(7)
    expect(links[1]?.attributes('href')).toBe('/measures?level=1')
    expect(links[1]?.text()).toBe('0 at Level 1, Ambition 1')
    expect(links[6]?.attributes('href')).toBe('/measures?level=unanswered')
  })

  it('goes without its legend in a table', () => {
    expect(
      mount(StackedLevelBar, { props: { ...props, legend: false } })
        .find('ul')
        .exists(),
    ).toBe(false)
  })
})
