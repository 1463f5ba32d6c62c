/** Most tasks that one request changes. */
export const MOST_TASKS_AT_ONCE = 200
