import type { FactDeclaration, SubjectFacts } from './declaration.ts'

/** A catalogue of facts as a list in Markdown: a heading for each kind of subject, and a line for each of its facts. */
export function factsInWords(catalogue: Readonly<Record<string, SubjectFacts | undefined>>): string {
  return Object.entries(catalogue)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, facts]) => {
      const lines = Object.entries(facts ?? {}).map(([name, fact]) => factLine(name, fact))
      return `### ${kind}\n\n${lines.join('\n')}\n`
    })
    .join('\n')
}

function factLine(name: string, fact: FactDeclaration): string {
  return `- \`${name}\` (${typeInWords(fact)}): **${fact.label}.** ${fact.description}`
}

function typeInWords(fact: FactDeclaration): string {
  if (fact.type !== 'table') return fact.unit === undefined ? fact.type : `${fact.type}, ${fact.unit}`
  const parts = Object.keys(fact.keys)
    .map((key) => `\`${key}\``)
    .join(', ')
  return `table of ${fact.of}: ${parts}`
}
