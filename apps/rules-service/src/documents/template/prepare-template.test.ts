import { strFromU8, strToU8, unzipSync, type Unzipped, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exampleTemplate, inPart } from '../example-template.fixture.ts'
import { prepareTemplate } from './prepare-template.ts'
import { TemplateRefused } from './template-refused.ts'

const EXTERNAL = 'TargetMode="External"'

async function partsOf(change?: (parts: Unzipped) => void): Promise<Record<string, string>> {
  const prepared = unzipSync(prepareTemplate(await exampleTemplate(change)))
  return Object.fromEntries(Object.entries(prepared).map(([name, part]) => [name, strFromU8(part)]))
}

function relation(type: string, target: string): string {
  const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`
  return `<Relationship Id="rId99" Type="${kind}" Target="${target}" ${EXTERNAL}/></Relationships>`
}

function fieldOf(instruction: string, inner = ''): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${inner}${mark('separate')}${mark('end')}`
}

describe('prepareTemplate', () => {
  it('keeps styles, headers, footers with their pictures and the page, and nothing that stood on it', async () => {
    const parts = await partsOf()
    expect(parts['word/document.xml']).toContain('w:w="15840"')
    expect(parts['word/document.xml']).not.toContain('Words that stand in the template')
    expect(parts['word/header1.xml']).toContain('The logo of the board')
    expect(parts['word/footer1.xml']).toContain('Board paper, page')
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(parts['word/styles.xml']).toContain('Georgia')
    expect(JSON.stringify(parts)).not.toContain('Somebody by name')
  })

  it('leads every relationship it keeps into the file, however its mode is spelt', async () => {
    const target = 'https://elsewhere.example/a.png'
    const parts = await partsOf((all) => {
      all[`word/${target}`] = new Uint8Array(1)
      const spelt = relation('image', target).replace('External', '&#69;xternal')
      inPart(all, 'word/_rels/header1.xml.rels', '</Relationships>', spelt)
    })
    expect(parts['word/_rels/header1.xml.rels']).toContain(target)
    expect(JSON.stringify(parts)).not.toContain('TargetMode')
  })

  it('adds the styles that the template lacks, each once', async () => {
    const styles = (await partsOf((parts) => inPart(parts, 'word/styles.xml', '"Heading 2"', '"other"')))[
      'word/styles.xml'
    ]
    expect(styles?.match(/<w:name w:val="heading 1"/gi)).toHaveLength(1)
    expect(styles).toContain('<w:name w:val="heading 2"/>')
    expect(styles).toContain('<w:name w:val="workplan cell"/>')
  })

  it('takes a template (.dotx) as well, and gives the same bytes each time', async () => {
    const asTemplate = (parts: Unzipped) =>
      inPart(parts, '[Content_Types].xml', 'wordprocessingml.document.main', 'wordprocessingml.template.main')
    const given = await exampleTemplate(asTemplate)
    const prepared = prepareTemplate(given)
    expect(strFromU8(unzipSync(prepared)['[Content_Types].xml'] ?? new Uint8Array())).toContain(
      'wordprocessingml.document.main',
    )
    expect(Buffer.compare(prepared, prepareTemplate(given))).toBe(0)
  })

  it('forgets the template that the file itself was made of, and a protection from editing', async () => {
    const parts = await partsOf((all) => {
      all['word/_rels/settings.xml.rels'] = strToU8(
        `<Relationships>${relation('attachedTemplate', 'file:///Corporate.dotm')}`,
      )
      inPart(
        all,
        'word/settings.xml',
        '</w:settings>',
        '<w:attachedTemplate r:id="rId99"/><w:documentProtection w:edit="readOnly"/></w:settings>',
      )
    })
    expect(JSON.stringify(parts)).not.toMatch(/Corporate|attachedTemplate|documentProtection/)
  })
})

describe('a template that is refused', () => {
  it.each<[string, (parts: Unzipped) => void, RegExp]>([
    [
      'with macros',
      (parts) => (parts['word/vbaProject.bin'] = strToU8('x')),
      /holds macros.*word\/vbaProject\.bin.*without macros/,
    ],
    [
      'of a type with macros',
      (parts) =>
        inPart(parts, '[Content_Types].xml', /document\.main\+xml/, 'document.macroEnabled.main+xml'),
      /holds macros/,
    ],
    [
      'with a linked picture in a header',
      (parts) =>
        inPart(
          parts,
          'word/_rels/header1.xml.rels',
          '</Relationships>',
          relation('image', 'https://elsewhere.example/a.png'),
        ),
      /A header \(word\/header1\.xml\) refers to something outside the file: https:\/\/elsewhere\.example\/a\.png\. Remove/,
    ],
    [
      'with an object in a footer',
      (parts) => {
        parts['word/_rels/footer1.xml.rels'] = strToU8(
          `<Relationships>${relation('package', 'sheet.xlsx').replace(EXTERNAL, '')}`,
        )
      },
      /A footer \(word\/footer1\.xml\) holds something other than words and pictures/,
    ],
    [
      'with a linked picture whose mode is spelt otherwise, under a part of that name',
      (parts) => {
        parts['word/https://elsewhere.example/a.png'] = new Uint8Array(1)
        inPart(
          parts,
          'word/_rels/header1.xml.rels',
          '</Relationships>',
          relation('image', 'https://elsewhere.example/a.png').replace('External', '&#69;xternal'),
        )
        inPart(parts, 'word/header1.xml', '</w:p>', '<v:imagedata o:href="https://elsewhere.example"/></w:p>')
      },
      /A header .* names an address \(href\)/,
    ],
    ...[
      'DDEAUTO c:\\x "y"',
      'INCLUDEPICTURE "https://elsewhere.example/a.png"',
      '&#68;DE x',
      'PAGEREF x',
    ].map((instruction): [string, (parts: Unzipped) => void, RegExp] => [
      `with the field ${instruction}`,
      (parts) => inPart(parts, 'word/footer1.xml', '</w:p>', `${fieldOf(instruction)}</w:p>`),
      /A footer .* has a field \(.+\) that is more than a page number/,
    ]),
    [
      'with a field in a field',
      (parts) => {
        const inner = fieldOf('QUOTE 68').replaceAll(/<\/?w:r>/g, '')
        inPart(parts, 'word/footer1.xml', '</w:p>', `${fieldOf('PAGE ', inner)}</w:p>`)
      },
      /A footer .* has a field/,
    ],
    [
      'with a simple field of another prefix',
      (parts) => inPart(parts, 'word/footer1.xml', '</w:p>', '<x:fldSimple x:instr="INCLUDETEXT a"/></w:p>'),
      /has a field \(INCLUDETEXT a\)/,
    ],
    [
      'with a comment, which would hide what follows',
      (parts) => inPart(parts, 'word/footer1.xml', '</w:p>', '<!-- PAGE --></w:p>'),
      /word\/footer1\.xml of the file declares entities, or hides something else/,
    ],
    [
      'with a part in another encoding',
      (parts) => (parts['word/settings.xml'] = new Uint8Array(Buffer.from('<w:settings/>', 'utf16le'))),
      /word\/settings\.xml of the file declares entities, or hides something else/,
    ],
    [
      'with entities',
      (parts) => inPart(parts, 'word/styles.xml', '<w:styles', '<!DOCTYPE a [<!ENTITY b "c">]><w:styles'),
      /word\/styles\.xml of the file declares entities/,
    ],
    [
      'that is no Word file',
      (parts) => delete parts['word/document.xml'],
      /cannot be read as a Word document/,
    ],
    [
      'with more parts than a template has',
      (parts) => {
        for (let part = 0; part < 400; part += 1) parts[`word/media/${part}.png`] = new Uint8Array(1)
      },
      /larger than a template may be/,
    ],
    [
      'that unpacks to more than a template has',
      (parts) => (parts['word/media/large.png'] = new Uint8Array(20_000_000)),
      /larger than a template may be/,
    ],
  ])('%s is told what is wrong and what to do', async (_what, change, words) => {
    const given = await exampleTemplate(change)
    expect(() => prepareTemplate(given)).toThrow(TemplateRefused)
    expect(() => prepareTemplate(given)).toThrow(words)
  })

  it('that is no archive, or says less of its size than there is, is not unpacked further than it says', () => {
    expect(() => prepareTemplate(strToU8('no archive at all'))).toThrow(/cannot be read as a Word document/)
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) })
    const view = new DataView(bomb.buffer)
    const directory = bomb.length - 22 - 46 - 'word/document.xml'.length
    view.setUint32(directory + 24, 10, true)
    expect(() => prepareTemplate(bomb)).toThrow(TemplateRefused)
  })
})
