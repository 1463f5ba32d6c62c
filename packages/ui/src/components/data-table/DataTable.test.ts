import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Column } from './column.ts'
import DataTable from './DataTable.vue'

interface Task {
  id: string
  title: string
  owner: string | null
  daysLate: number
}

const tasks: Task[] = [
  { id: 'T2', title: 'Night rota', owner: 'Programme office', daysLate: 3 },
  { id: 'T10', title: 'Advice line', owner: null, daysLate: 0 },
]
const columns: Column<Task>[] = [
  { key: 'title', title: 'Task', sortable: true },
  { key: 'owner', title: 'Owner', phone: 'detail' },
  { key: 'daysLate', title: 'Days late', sortable: true, numeric: true },
]
const props = {
  columns,
  rows: tasks,
  rowKey: (task: Task) => task.id,
  caption: 'Tasks',
  noun: { one: 'task', many: 'tasks' },
}

function narrowWindow(narrow: boolean): void {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      matches: narrow,
      media,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }),
  )
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('DataTable', () => {
  it('is a table with a caption, column headings and a heading for each row', () => {
    const wrapper = mount(DataTable<Task>, { props })
    expect(wrapper.get('caption').text()).toBe('Tasks')
    expect(wrapper.findAll('th[scope="col"]').map((cell) => cell.text())).toEqual([
      'Task',
      'Owner',
      'Days late',
    ])
    expect(wrapper.findAll('th[scope="row"]').map((cell) => cell.text())).toEqual([
      'Night rota',
      'Advice line',
    ])
  })

  it('takes the named column for the heading of a row', () => {
    const named = columns.map((column) => ({ ...column, rowHeader: column.key === 'owner' }))
    const wrapper = mount(DataTable<Task>, { props: { ...props, columns: named } })
    expect(wrapper.get('th[scope="row"]').text()).toBe('Programme office')
  })

  it('states how many rows there are and how many filters hide', () => {
    const wrapper = mount(DataTable<Task>, { props: { ...props, hiddenRows: 40 } })
    expect(wrapper.get('[role="status"]').text()).toBe('2 tasks, 40 hidden by filters')
  })

  it('sorts by a heading, then the other way, and says so', async () => {
    const wrapper = mount(DataTable<Task>, { props })
    const heading = wrapper.get('th')
    expect(heading.attributes('aria-sort')).toBeUndefined()
    await heading.get('button').trigger('click')
    expect(heading.attributes('aria-sort')).toBe('ascending')
    expect(wrapper.findAll('th[scope="row"]').map((cell) => cell.text())).toEqual([
      'Advice line',
      'Night rota',
    ])
    await heading.get('button').trigger('click')
    expect(heading.attributes('aria-sort')).toBe('descending')
    expect(wrapper.emitted('update:sort')).toEqual([
      [{ key: 'title', direction: 'ascending' }],
      [{ key: 'title', direction: 'descending' }],
    ])
  })

  it('offers no sorting where a column does not', () => {
    const wrapper = mount(DataTable<Task>, { props })
    expect(wrapper.findAll('thead button').map((button) => button.text())).toEqual(['Task', 'Days late'])
  })

  it('lets a screen write a cell itself', () => {
    const wrapper = mount(DataTable<Task>, {
      props,
      slots: {
        'cell-owner':
          '<template #cell-owner="{ row, value }"><b>{{ row.id }}: {{ value ?? "not known" }}</b></template>',
      },
    })
    expect(wrapper.findAll('b').map((cell) => cell.text())).toEqual([
      'T2: Programme office',
      'T10: not known',
    ])
  })

  it('hands over what is shown, in the order shown', async () => {
    const wrapper = mount(DataTable<Task>, {
      props: { ...props, exportable: true, sort: { key: 'daysLate', direction: 'ascending' } },
    })
    await wrapper.get('.wp-table__actions button').trigger('click')
    expect(wrapper.emitted('export')).toEqual([[{ columns, rows: [tasks[1], tasks[0]] }]])
  })

  it('says when there is nothing, in words of its own or of the screen', () => {
    const empty = { ...props, rows: [] }
    expect(mount(DataTable<Task>, { props: empty }).text()).toContain('There are no tasks to show.')
    const told = mount(DataTable<Task>, { props: empty, slots: { empty: 'Every duty has work behind it.' } })
    expect(told.text()).toContain('Every duty has work behind it.')
    expect(told.text()).not.toContain('There are no tasks')
    const file = mount(DataTable<Task>, { props: { ...empty, exportable: true } })
    expect(file.text()).not.toContain('Download')
  })

  it('folds the lesser columns into each row on a narrow screen', () => {
    narrowWindow(true)
    const wrapper = mount(DataTable<Task>, { props })
    expect(wrapper.findAll('th[scope="col"]').map((cell) => cell.text())).toEqual(['Task', 'Days late'])
    const folds = wrapper.findAll('details')
    expect(folds.map((fold) => fold.get('summary').text())).toEqual([
      'More about Night rota',
      'More about Advice line',
    ])
    expect(folds[0]?.get('dt').text()).toBe('Owner')
    expect(folds[0]?.get('dd').text()).toBe('Programme office')
  })

  it('names in a list beneath each row, on a narrow screen, what has no room in it', () => {
    narrowWindow(true)
    const listed = columns.map((column) => ({
      ...column,
      ...(column.key === 'daysLate' && { phone: 'beneath' as const }),
    }))
    const wrapper = mount(DataTable<Task>, { props: { ...props, columns: listed } })
    expect(wrapper.findAll('th[scope="col"]').map((cell) => cell.text())).toEqual(['Task'])
    const [list] = wrapper.findAll('td > dl')
    expect(list?.get('dt').text()).toBe('Days late')
    expect(list?.get('dd').text()).toBe('3')
    expect(wrapper.find('details').text()).not.toContain('Days late')
  })

  it('folds nothing on a wide one', () => {
    narrowWindow(false)
    expect(
      mount(DataTable<Task>, { props })
        .find('details')
        .exists(),
    ).toBe(false)
  })

  it('can be reached and scrolled by keyboard only when it does not fit', async () => {
    const fits = mount(DataTable<Task>, { props })
    expect(fits.find('[tabindex]').exists()).toBe(false)
    let measure = (): void => {}
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          measure = callback
        }
        observe(): void {}
        disconnect(): void {}
      },
    )
    const wide = mount(DataTable<Task>, { props })
    const region = wide.get('.wp-table__region')
    vi.spyOn(region.element, 'scrollWidth', 'get').mockReturnValue(900)
    vi.spyOn(region.element, 'clientWidth', 'get').mockReturnValue(600)
    measure()
    await wide.vm.$nextTick()
    expect(region.attributes('tabindex')).toBe('0')
    expect(region.attributes('role')).toBe('region')
    expect(wide.get(`#${region.attributes('aria-labelledby')}`).text()).toBe('Tasks')
    vi.unstubAllGlobals()
  })

  describe('of many rows', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...tasks[0], id: `T${index}` }) as Task)
    const rowsOf = (wrapper: { findAll: (selector: string) => unknown[] }) =>
      wrapper.findAll('tbody th[scope="row"]').length

    it('draws a part at first and more when asked, and counts them all', async () => {
      const wrapper = mount(DataTable<Task>, { props: { ...props, rows: many, drawnFirst: 10 } })
      expect(rowsOf(wrapper)).toBe(10)
      expect(wrapper.get('[role="status"]').text()).toBe('25 tasks')
      const more = wrapper.get('p button')
      expect(more.text()).toBe('Show 10 more of 15 tasks')
      await more.trigger('click')
      await more.trigger('click')
      expect(rowsOf(wrapper)).toBe(25)
      expect(wrapper.find('p button').exists()).toBe(false)
    })

    it('sorts all of them, not only those that are drawn', () => {
      const sort = { key: 'title', direction: 'ascending' } as const
      const last = { ...tasks[1], id: 'last', title: 'Aardvark' } as Task
      const wrapper = mount(DataTable<Task>, {
        props: { ...props, rows: [...many, last], sort, drawnFirst: 1 },
      })
      expect(wrapper.get('tbody th').text()).toBe('Aardvark')
    })

    it('prints them all', async () => {
      const wrapper = mount(DataTable<Task>, { props: { ...props, rows: many, drawnFirst: 10 } })
      window.dispatchEvent(new Event('beforeprint'))
      await wrapper.vm.$nextTick()
      expect(rowsOf(wrapper)).toBe(25)
      window.dispatchEvent(new Event('afterprint'))
      await wrapper.vm.$nextTick()
      expect(rowsOf(wrapper)).toBe(10)
    })
  })

  it('shows what a screen puts beneath one row, across the whole table, and in place of a heading', () => {
    const wrapper = mount(DataTable<Task>, {
      props: { ...props, openRow: 'T10' },
      slots: {
        below: '<template #below="{ row }">More of {{ row.title }}</template>',
        'head-owner': '<b>Choose all</b>',
      },
    })
    const below = wrapper.findAll('tbody tr')[2]
    expect(below?.text()).toBe('More of Advice line')
    expect(below?.get('td').attributes('colspan')).toBe('3')
    expect(wrapper.findAll('th[scope="col"]').map((cell) => cell.text())).toEqual([
      'Task',
      'Choose all',
      'Days late',
    ])
  })
})
