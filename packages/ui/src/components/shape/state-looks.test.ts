import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ragLooks } from '../rag-tag/rag.ts'
import RagTag from '../rag-tag/RagTag.vue'
import { severityLooks } from '../severity-tag/severity.ts'
import SeverityTag from '../severity-tag/SeverityTag.vue'
import { statusLooks } from '../status-tag/status.ts'
import StatusTag from '../status-tag/StatusTag.vue'

const taskStatuses = ['not-started', 'in-progress', 'blocked', 'done', 'unknown'] as const
const flagStatuses = ['open', 'assigned', 'accepted', 'disputed', 'asked', 'cleared'] as const
const { open, assigned, accepted, disputed, asked, cleared, ...ofTasks } = statusLooks

describe.each([
  ['severity', severityLooks],
  ['RAG rating', ragLooks],
  ['task status', ofTasks],
  ['flag status', { open, assigned, accepted, disputed, asked, cleared }],
])('%s', (_name, looks) => {
  it('is told apart without colour', () => {
    const all = Object.values(looks)
    expect(new Set(all.map((look) => look.word)).size).toBe(all.length)
    expect(new Set(all.map((look) => look.shape)).size).toBe(all.length)
  })
})

describe('tags', () => {
  it.each([
    ['high', 'High'],
    ['medium', 'Medium'],
    ['low', 'Low'],
  ] as const)('severity %s', (severity, word) => {
    const wrapper = mount(SeverityTag, { props: { severity } })
    expect(wrapper.text()).toBe(word)
    expect(wrapper.get('svg').attributes('aria-hidden')).toBe('true')
  })

  it.each([
    ['red', 'Red'],
    ['amber', 'Amber'],
    ['green', 'Green'],
    ['complete', 'Complete'],
    ['not-rated', 'Not rated'],
  ] as const)('rating %s', (rag, word) => {
    expect(mount(RagTag, { props: { rag } }).text()).toBe(word)
  })

  it.each([...taskStatuses, ...flagStatuses])('status %s', (status) => {
    const wrapper = mount(StatusTag, { props: { status } })
    expect(wrapper.text()).toBe(statusLooks[status].word)
    expect(wrapper.find('svg').exists()).toBe(true)
  })
})
