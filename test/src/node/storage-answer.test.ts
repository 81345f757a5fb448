import { expect, test } from 'vitest'
import { storageAnswer } from '../../../src/node/storage-answer.js'

test.each<[string, unknown]>([
  ['', undefined],
  ['text', 'text'],
  ['{"error":"x"}', { error: 'x' }],
  ['<html><Code>1</Code></html>', '<html><Code>1</Code></html>'],
  [
    '<?xml version="1.0"?>\n<Error>\n<Code>AccessDenied</Code><Message>&lt;a&gt; &quot;b&quot; &apos;c&apos; &amp;lt; &eacute;</Message></Error>',
    { code: 'AccessDenied', message: `<a> "b" 'c' &lt; &eacute;` },
  ],
  ['<Error><Code>X</Code></Error>', { code: 'X', message: undefined }],
])('%j holds %j', (text, value) => {
  expect(storageAnswer(text)).toEqual(value)
})
