import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import FigureWithTable from './FigureWithTable.vue'

const props = {
  title: 'Open flags over time',
  alternative: 'Open flags fell from 12 in March to 9 in April.',
}

describe('FigureWithTable', () => {
  it('shows a picture with its words and its size', () => {
    const wrapper = mount(FigureWithTable, {
      props: { ...props, src: '/chart.svg', width: 600, height: 300 },
    })
    const picture = wrapper.get('img')
    expect(picture.attributes()).toMatchObject({
      alt: props.alternative,
      src: '/chart.svg',
      width: '600',
      height: '300',
    })
    expect(wrapper.get(`#${wrapper.attributes('aria-labelledby')}`).text()).toBe(props.title)
  })

  it('names a drawing in the page the same way', () => {
    const wrapper = mount(FigureWithTable, { props, slots: { default: '<svg />' } })
    expect(wrapper.get('[role="img"]').attributes('aria-label')).toBe(props.alternative)
  })

  it('keeps the figures as a table behind a summary', () => {
    const wrapper = mount(FigureWithTable, { props, slots: { table: '<table />' } })
    expect(wrapper.get('summary').text()).toBe('Show as a table')
    expect(wrapper.get('details').find('table').exists()).toBe(true)
    expect(mount(FigureWithTable, { props }).find('details').exists()).toBe(false)
  })
})
