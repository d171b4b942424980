import { expect, test } from 'vitest'
import { wantsJson } from './accept.ts'

test.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
  ['curl', '*/*', false],
  ['nothing said', undefined, false],
  ['a program', 'application/json', true],
  ['a program that knows problems', 'application/problem+json, text/html;q=0.5', true],
  ['JSON only as a second choice', 'text/html, application/json;q=0.9', false],
])('%s gets what it wants best', (_who, accept, json) => {
  expect(wantsJson(accept)).toBe(json)
})
