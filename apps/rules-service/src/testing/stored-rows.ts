import { sql } from 'drizzle-orm'
import type { Database } from '../store/database.ts'

/** Everything that a change can write, as one text: equal before and after means that nothing was changed. */
export async function storedRows(database: Database): Promise<string> {
  const { rows } = await database.execute<{ stored: string }>(sql`
    select concat(
      (select json_agg(r order by r.programme, r.kind, r.id) from records r),
      (select json_agg(f order by f.programme, f.id) from flags f),
      (select json_agg(j order by j.programme, j.seq) from journal j),
      (select json_agg(h order by h.programme) from journal_heads h),
      (select json_agg(d order by d.id) from decisions d),
      (select json_agg(p order by p.programme, p.id) from reports p),
      (select json_agg(s order by s.programme, s.rule, s.version) from rule_settings s),
      (select json_agg(o order by o.programme, o.id, o.version) from programme_rules o),
      (select json_agg(k order by k.programme, k.key) from idempotency_keys k)
    ) as stored`)
  return rows[0]?.stored ?? ''
}
