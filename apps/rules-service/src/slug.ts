/** The first words of a title as part of an id; `otherwise` for a title without Latin letters or digits. */
export function slugOf(title: string, otherwise: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return (words ?? [otherwise]).slice(0, 5).join('-').slice(0, 60)
}
