/** The views of the workplan, as they are named in the address. */
export const workplanViews = ['list', 'board', 'timeline'] as const
export type WorkplanView = (typeof workplanViews)[number]

/** The view an address asks for; the list when it asks for none that there is. */
export function workplanView(asked: string | undefined): WorkplanView {
  return workplanViews.find((view) => view === asked) ?? 'list'
}
