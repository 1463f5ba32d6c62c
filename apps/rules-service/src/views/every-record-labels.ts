/** Labels of the fields that every record carries. */
export const everyRecord = { id: 'Identifier', source: 'Source', note: 'Note' } as const
