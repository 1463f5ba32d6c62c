/** 'My week - Adult services - Workplan'. */
export function pageTitle(page: string | undefined, app: string): string {
  return [page, app, 'Workplan'].filter(Boolean).join(' - ')
}
