import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsErrorSummary from './NhsErrorSummary.vue'

checkFixtures({
  component: 'error-summary',
  wrapper: NhsErrorSummary,
  names: [
    'default',
    'with description',
    'with description as string',
    'with multiple errors',
    'without error link',
    'without error link (mixed)',
  ],
  props: ({ heading, description, errorList = [] }) => ({
    title: textOf(heading),
    description: textOf(description),
    errors: errorList.map(({ text, href }) => ({ text, target: href?.slice(1) })),
  }),
  ignoreAttributes: ['tabindex'],
})

describe('NhsErrorSummary', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('takes focus when it appears, and not again while errors are being put right', async () => {
    const wrapper = mount(NhsErrorSummary, { props: { errors: [] }, attachTo: document.body })
    expect(wrapper.find('div').exists()).toBe(false)
    await wrapper.setProps({ errors: [{ text: 'Enter a reason' }, { text: 'Enter a date' }] })
    await nextTick()
    expect(document.activeElement).toBe(wrapper.get('.nhsuk-error-summary').element)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await wrapper.setProps({ errors: [{ text: 'Enter a date' }] })
    expect(document.activeElement).toBe(document.body)
  })

  it('takes focus at once when it is there from the start', async () => {
    const wrapper = mount(NhsErrorSummary, {
      props: { errors: [{ text: 'Enter a date' }] },
      attachTo: document.body,
    })
    await nextTick()
    expect(document.activeElement).toBe(wrapper.element)
  })

  it.each(['reason', 'reason-group'])('leads to the field named %s', async (target) => {
    document.body.innerHTML = '<div id="reason-group"><input id="reason"></div><div id="app"></div>'
    const wrapper = mount(NhsErrorSummary, {
      props: { errors: [{ text: 'Enter a reason', target }] },
      attachTo: '#app',
    })
    await wrapper.get('a').trigger('click')
    expect(document.activeElement?.id).toBe('reason')
  })
})
