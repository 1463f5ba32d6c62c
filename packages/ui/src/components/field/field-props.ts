/** What every form field takes. `label` is the legend for a group of inputs. */
export interface FieldProps {
  label: string
  labelSize?: 's' | 'm' | 'l' | 'xl'
  labelHidden?: boolean
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  hint?: string
  error?: string
  id?: string
  name?: string
}
