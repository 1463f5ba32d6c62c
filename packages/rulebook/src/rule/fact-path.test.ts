import { expect, it } from 'vitest'
import { parsePath } from './fact-path.ts'

it.each([
  ['$.children', ['children']],
  ['$.in-progress', ['in-progress']],
  ['$[0]', [0]],
  ['$.a[12].b_2', ['a', 12, 'b_2']],
])('reads %s', (path, steps) => {
  expect(parsePath(path)).toEqual(steps)
})

it.each([
  '',
  '$',
  'children',
  '$.',
  '$.a.',
  '$..a',
  '$.*',
  '$[*]',
  '$[0:2]',
  '$[0,1]',
  '$[-1]',
  '$[01]',
  '$[99999]',
  "$['a']",
  '$[?(@.a)]',
  '$[(@.length-1)]',
  '$.a^',
  '$.a~',
  '$.a@string()',
  '$.`a`',
  '$.a b',
  '$.a\n',
  ' $.a',
  '$.0',
  '$._a',
  '$.__proto__',
  '$.constructor',
  '$.a.constructor',
  '$.prototype',
  '$.toString',
  '$.hasOwnProperty',
])('refuses %j', (path) => {
  expect(parsePath(path)).toBeNull()
})
