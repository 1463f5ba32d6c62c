import { z } from '@hono/zod-openapi'
import {
  Id,
  MetricChange,
  MetricDetail,
  MetricList,
  MetricSaved,
  NewMetric,
  NewReading,
  ReadingChange,
  ReadingSaved,
} from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { asAtParameter, asAtQuery, viewProgramme, withKnown } from '../http/as-at.ts'
import { programmeRoute, routeGroup } from '../http/routes.ts'
import { changeRequest, etag, expectedVersion, versionedWriteHeaders, writeHeaders } from '../http/writes.ts'
import { createMetric } from '../verbs/metrics/create-metric.ts'
import { findMetric } from '../verbs/metrics/find-metric.ts'
import { recordReading } from '../verbs/metrics/record-reading.ts'
import { updateMetric } from '../verbs/metrics/update-metric.ts'
import { updateReading } from '../verbs/metrics/update-reading.ts'
import { seriesOf } from '../views/metrics/metric-series.ts'
import { metricDetail, metricList } from '../views/metrics/metric-view.ts'

const tags = ['Metrics']
const ofProgramme = z.object({ programme: Id })
const oneRecord = ofProgramme.extend({ id: Id })

const listMetrics = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/metrics',
  summary: 'Outcome metrics, late and blocked ones first, and figures that stand by themselves',
  tags,
  request: { params: ofProgramme, query: asAtQuery },
  responses: {
    200: { description: 'Metrics', content: { 'application/json': { schema: withKnown(MetricList) } } },
  },
})

const getMetric = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/metrics/{id}',
  summary: 'One metric: its readings, and what is more than noise in them',
  tags,
  request: { params: oneRecord, query: asAtQuery },
  responses: {
    200: { description: 'The metric', content: { 'application/json': { schema: withKnown(MetricDetail) } } },
  },
})

const getChart = programmeRoute('programme.view', {
  method: 'get',
  path: '/api/programmes/{programme}/metrics/{id}/chart.svg',
  summary: 'The readings of a metric as a run chart',
  tags,
  request: {
    params: oneRecord,
    query: z.object({
      series: z.string().max(200).optional(),
      room: z.enum(['wide', 'narrow']).default('wide'),
      ...asAtParameter,
    }),
  },
  responses: {
    200: { description: 'The picture', content: { 'image/svg+xml': { schema: z.string() } } },
  },
})

const postMetric = programmeRoute('metric.update', {
  method: 'post',
  path: '/api/programmes/{programme}/metrics',
  summary: 'Add a metric',
  tags,
  request: {
    params: ofProgramme,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewMetric } }, required: true },
  },
  responses: {
    201: {
      description: 'The metric, and what it did to the flags',
      content: { 'application/json': { schema: MetricSaved } },
    },
  },
})

const postReading = programmeRoute('metric.update', {
  method: 'post',
  path: '/api/programmes/{programme}/metrics/{id}/readings',
  summary: 'Record a reading',
  tags,
  request: {
    params: oneRecord,
    headers: writeHeaders,
    body: { content: { 'application/json': { schema: NewReading } }, required: true },
  },
  responses: {
    201: {
      description: 'The reading, and what it did to the flags',
      content: { 'application/json': { schema: ReadingSaved } },
    },
  },
})

const patchReading = programmeRoute('metric.update', {
  method: 'patch',
  path: '/api/programmes/{programme}/readings/{id}',
  summary: 'Correct a reading, take it back or put it back',
  tags,
  request: {
    params: oneRecord,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: ReadingChange } }, required: true },
  },
  responses: {
    200: {
      description: 'The reading, and what the change did to the flags',
      content: { 'application/json': { schema: ReadingSaved } },
    },
  },
})

const patchMetric = programmeRoute('metric.update', {
  method: 'patch',
  path: '/api/programmes/{programme}/metrics/{id}',
  summary: 'Change what a metric aims at or how it is read',
  tags,
  request: {
    params: oneRecord,
    headers: versionedWriteHeaders,
    body: { content: { 'application/json': { schema: MetricChange } }, required: true },
  },
  responses: {
    200: {
      description: 'The metric, and what the change did to the flags',
      content: { 'application/json': { schema: MetricSaved } },
    },
  },
})

/** Outcome metrics with their readings, read and changed. */
export function metricRoutes(context: AppContext) {
  const { store, rules } = context
  return routeGroup()
    .openapi(listMetrics, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      return c.json({ ...metricList(programme, rules, member), ...said }, 200)
    })
    .openapi(getMetric, async (c) => {
      const { member } = c.var
      const { programme, said } = await viewProgramme(store, member.programme, c.req.valid('query').asAt)
      const view = metricDetail(findMetric(programme, c.req.valid('param').id), programme, rules, member)
      return c.json({ ...view, ...said }, 200, { etag: etag(view.version) })
    })
    .openapi(getChart, async (c) => {
      const { asAt, series, room } = c.req.valid('query')
      const { programme } = await viewProgramme(store, c.var.member.programme, asAt)
      const metric = findMetric(programme, c.req.valid('param').id)
      const ofMetric = programme.state.records.reading.filter((reading) => reading.metric === metric.id)
      const all = seriesOf(metric, ofMetric)
      const found = series === undefined ? all[0] : all.find(({ key }) => key === series)
      if (!found) throw new AppError('not-found', 'This metric has no such readings to draw.')
      // The charting library takes longer to read than all the rest: not before somebody asks for a picture.
      const { metricChart } = await import('../charts/metric-chart.ts')
      return c.body(metricChart(metric, found, room).svg, 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
      })
    })
    .openapi(postMetric, async (c) => {
      const answer = await createMetric(context, c.var.member, await changeRequest(c), c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(postReading, async (c) => {
      const { id } = c.req.valid('param')
      const answer = await recordReading(context, await changeRequest(c), id, c.req.valid('json'))
      return c.json(answer, 201, { etag: etag(answer.item.version) })
    })
    .openapi(patchReading, async (c) => {
      const answer = await updateReading(context, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
    .openapi(patchMetric, async (c) => {
      const answer = await updateMetric(context, c.var.member, await changeRequest(c), {
        id: c.req.valid('param').id,
        expectedVersion: expectedVersion(c.req.valid('header')['if-match']),
        change: c.req.valid('json'),
      })
      return c.json(answer, 200, { etag: etag(answer.item.version) })
    })
}
