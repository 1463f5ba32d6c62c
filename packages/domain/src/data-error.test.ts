import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DataError, parseData } from './data-error.ts'

const Shelf = z.strictObject({
  id: z.string(),
  books: z.array(z.strictObject({ id: z.string(), genres: z.array(z.enum(['novel', 'poetry'])) })),
})

function errorOf(value: unknown): DataError {
  try {
    parseData(Shelf, value, 'shelves/upper.yaml')
  } catch (error) {
    if (error instanceof DataError) return error
  }
  throw new Error('a DataError was expected')
}

describe('parseData', () => {
  it('gives back data that fits its schema', () => {
    const shelf = { id: 'upper', books: [{ id: 'upper.1', genres: ['novel'] }] }
    expect(parseData(Shelf, shelf, 'shelves/upper.yaml')).toEqual(shelf)
  })

  it('names file, innermost record and field', () => {
    const error = errorOf({ id: 'upper', books: [{ id: 'upper.1', genres: ['opera'] }] })
    expect(error.message).toBe(
      'shelves/upper.yaml: upper.1: genres.0: Invalid option: expected one of "novel"|"poetry"',
    )
    expect(error.problems).toEqual([
      {
        record: 'upper.1',
        field: 'genres.0',
        problem: 'Invalid option: expected one of "novel"|"poetry"',
      },
    ])
  })

  it('names a field that the schema does not know', () => {
    const error = errorOf({ id: 'upper', books: [], colour: 'oak', height: 3 })
    expect(error.message).toBe(
      'shelves/upper.yaml: upper: colour: there is no such field\n' +
        'shelves/upper.yaml: upper: height: there is no such field',
    )
  })

  it('gives the position when a record has no id, and the file alone when there is no record', () => {
    expect(errorOf({ id: 'upper', books: [{ genres: [] }] }).problems[0]).toMatchObject({
      record: 'upper',
      field: 'books.0.id',
    })
    expect(errorOf(null).message).toBe('shelves/upper.yaml: Invalid input: expected object, received null')
  })
})
