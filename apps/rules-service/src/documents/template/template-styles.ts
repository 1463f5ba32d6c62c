import { attribute } from './relations.ts'

/** A style of a template. */
export interface TemplateStyle {
  id: string
  /** In lower case; built-in styles have English names in every language. */
  name: string
  type: string
  isDefault: boolean
}

/** The styles that a template has. */
export function stylesOf(xml: string): TemplateStyle[] {
  return [...xml.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/g)].map(
    ([, attributes = '', inner = '']) => {
      const name = /<w:name\b[^>]*>/.exec(inner)?.[0] ?? ''
      return {
        id: attribute(attributes, 'w:styleId'),
        name: attribute(name, 'w:val').toLowerCase(),
        type: attribute(attributes, 'w:type'),
        isDefault: /^(1|true|on)$/.test(attribute(attributes, 'w:default')),
      }
    },
  )
}
