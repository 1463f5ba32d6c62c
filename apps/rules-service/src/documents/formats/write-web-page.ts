import type { Block, DocumentChart, DocumentTable, ReportDocument } from '../content/document.ts'
import { escapeXml } from './escape-xml.ts'
import { PAGE_STYLE } from './page-style.ts'

/** The document as one web page that needs nothing else: no network, no program, no other file. */
export function writeWebPage(document: ReportDocument): string {
  const { title, subtitle, draft, blocks, marker, author } = document
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeXml(author)}">
<meta name="generator" content="${escapeXml(marker)}">
<title>${escapeXml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body${draft ? ' class="draft"' : ''}>
<main>
<h1>${escapeXml(title)}</h1>
${subtitle.map((line) => `<p class="about">${escapeXml(line)}</p>`).join('\n')}
${blocks.map(writeBlock).join('\n')}
</main>
</body>
</html>
`
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`
    case 'table':
      return writeTable(block.table)
    case 'chart':
      return writeChart(block.chart)
  }
}

function writeTable({ caption, columns, rows }: DocumentTable): string {
  const head = columns
    .map(({ title, width }) => `<th scope="col" style="width:${percent(width)}">${escapeXml(title)}</th>`)
    .join('')
  const body = rows.map((row) => {
    const cells = row.map(({ text, number }, place) => {
      if (place === 0) return `<th scope="row">${escapeXml(text)}</th>`
      return `<td${number === null ? '' : ' class="number"'}>${escapeXml(text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>
<caption>${escapeXml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`
}

/**
 * As a picture, not as part of the page: printed, it is one figure with its words and not a hundred loose labels. A `figure` around it
 * would be a second one, without words.
 */
function writeChart({ svg, width, height, title, description }: DocumentChart): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`
  const alternative = escapeXml(`${title}. ${description}`)
  return `<div class="chart"><img src="${source}" width="${width}" height="${height}" alt="${alternative}"></div>`
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
