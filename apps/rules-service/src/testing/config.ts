/** The PostgreSQL server for the tests, as `postgres://user:password@host:port`; undefined for an embedded one. */
export const testDatabaseUrl = process.env['TEST_DATABASE_URL']
