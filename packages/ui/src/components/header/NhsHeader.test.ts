import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsHeader from './NhsHeader.vue'

checkFixtures({
  component: 'header',
  wrapper: NhsHeader,
  names: ['with service name (linked with logo)'],
  only: ({ colour }) => colour === undefined,
  props: ({ service }) => ({ serviceName: service?.text, serviceHref: service?.href }),
  ignoreAttributes: ['style'],
})

const navigation = [
  { text: 'Governance', href: '/governance/', current: true, count: { value: 3, text: 'decisions waiting' } },
  { text: 'Adult', href: '/adult/' },
]

describe('NhsHeader', () => {
  it('shows the programme with the moment it is shown for', () => {
    const wrapper = mount(NhsHeader, {
      props: {
        serviceName: 'Workplan',
        programme: { name: 'Northamptonshire', asAt: 'As on 13 March 2023', href: '/programmes' },
      },
    })
    expect(wrapper.get('a[href="/programmes"]').text()).toBe('Northamptonshire')
    expect(wrapper.text()).toContain('As on 13 March 2023')
  })

  it('marks the app that is open and says what its number counts', () => {
    const wrapper = mount(NhsHeader, { props: { serviceName: 'Workplan', navigation } })
    const current = wrapper.get('[aria-current="true"]')
    expect(current.text()).toContain('Governance')
    expect(current.text()).toContain('3 decisions waiting')
    expect(wrapper.get('a[href="/adult/"]').attributes('aria-current')).toBeUndefined()
  })

  it('opens and closes the menu of a phone with one button', async () => {
    const wrapper = mount(NhsHeader, { props: { serviceName: 'Workplan', navigation } })
    const toggle = wrapper.get('button')
    expect(toggle.attributes('aria-expanded')).toBe('false')
    await toggle.trigger('click')
    expect(toggle.attributes('aria-expanded')).toBe('true')
    expect(wrapper.get(`#${toggle.attributes('aria-controls')}`).element.localName).toBe('ul')
    await wrapper.get('a[href="/adult/"]').trigger('click')
    expect(toggle.attributes('aria-expanded')).toBe('false')
  })

  it('has room for search and account, and no empty boxes without them', () => {
    const bare = mount(NhsHeader, { props: { serviceName: 'Workplan' } })
    expect(bare.find('[role="search"]').exists()).toBe(false)
    expect(bare.find('nav').exists()).toBe(false)
    const full = mount(NhsHeader, {
      props: { serviceName: 'Workplan' },
      slots: { search: 'Find it', account: 'Sign out' },
    })
    expect(full.get('[role="search"]').text()).toBe('Find it')
    expect(full.get('nav[aria-label="Account"]').text()).toBe('Sign out')
  })

  it('goes without the NHS logo when told so', () => {
    const wrapper = mount(NhsHeader, { props: { serviceName: 'Workplan', logo: false } })
    expect(wrapper.find('svg').exists()).toBe(false)
    expect(wrapper.get('a').attributes('aria-label')).toBe('Workplan homepage')
  })
})
