import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf, type FixtureOptions } from '../../fixtures/fixture.ts'
import NhsSummaryList from './NhsSummaryList.vue'

function rowsOf({ rows }: FixtureOptions): object[] {
  if (!Array.isArray(rows)) return []
  return rows.map((row) => ({
    key: textOf(row.key),
    value: textOf(row.value),
    actions: row.actions?.items.map(({ text, href, visuallyHiddenText }) => ({
      text,
      href,
      hiddenText: visuallyHiddenText,
    })),
  }))
}

function valueMarkup({ rows }: FixtureOptions): Record<string, string> {
  if (!Array.isArray(rows) || !rows.some(({ value }) => typeof value === 'object' && value.html)) return {}
  const values = rows.map(({ value }, index) => {
    const markup = typeof value === 'object' && value.html ? value.html : textOf(value)
    return `<template v-if="index === ${index}">${markup}</template>`
  })
  return { value: `<template #value="{ index }">${values.join('')}</template>` }
}

checkFixtures({
  component: 'summary-list',
  wrapper: NhsSummaryList,
  names: [
    'default',
    'example person: Karen Francis',
    'with actions',
    'with item strings',
    'with multiple actions',
    'without border',
  ],
  only: (options) => options.rows !== undefined && !('lastRowBorder' in options),
  props: (options) => ({ rows: rowsOf(options), border: options.border }),
  slots: valueMarkup,
})

it('tells which action without an address was pressed', async () => {
  const row = {
    key: 'Owner',
    value: 'Programme office',
    actions: [{ text: 'Change', hiddenText: 'owner', id: 'owner' }],
  }
  const wrapper = mount(NhsSummaryList, { props: { rows: [row] } })
  const button = wrapper.get('button')
  expect(button.text()).toBe('Change owner')
  await button.trigger('click')
  expect(wrapper.emitted('action')).toEqual([[row, row.actions[0]]])
})
