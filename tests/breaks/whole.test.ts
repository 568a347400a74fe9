import { expect, test } from 'vitest';
import { withBreaks } from '../../src/breaks/html.ts';

test.each([
  ['a letter behind a hyphen', '<p>On RISC-V it is.</p>', '<p>On |RISC-V| it is.</p>'],
  ['a number behind one', '<h2>At stage-2</h2>', '<h2>At |stage-2|</h2>'],
  ['the id of a source', '<code>ARM-ARM</code>', '<code>|ARM-ARM|</code>'],
  ['a bit and its value', '<td>FWB 1, DIC 0</td>', '<td>|FWB 1|, |DIC 0|</td>'],
  [
    'the text of a link',
    '<p><a href="#a-2">On RISC-V</a></p>',
    '<p><a href="#a-2">On |RISC-V|</a></p>',
  ],
  ['a name in a table', '<table><td>Normal-NC</td></table>', '<table><td>|Normal-NC|</td></table>'],
])('no line parts %s', (_, html, whole) => {
  expect(withBreaks(html).replace(/<whole-name>(.+?)<\/whole-name>/g, '|$1|')).toBe(whole);
});

test.each([
  ['a date', '<p>2026-12-01</p>'],
  ['a version', '<p>Linux 7.3.4-1~bpo13+1, 6.12.117-arm64-latest</p>'],
  ['a word with a hyphen', '<p>a set-up, Write-Back</p>'],
  ['a longer name', '<p>the-stage-2-walk and x/RISC-V/a</p>'],
  ['a reference to a sign', '<p>&#8209;</p>'],
  ['the text of a control', '<label>Stage-2</label><button>RISC-V</button>'],
  ['a figure', '<stage-table><p>DIC 0</p></stage-table>'],
])('and %s stays as it is', (_, html) => expect(withBreaks(html)).toBe(html));

test('a written table lets break what is too long for a column, and nothing else', () => {
  const table = (name: string) => `<table><td>kvm_arch_prepare_memory</td><td>${name}</td></table>`;
  expect(withBreaks(table('kvm_arch_prepare_memory_region'))).toBe(
    table('kvm_<wbr>arch_<wbr>prepare_<wbr>memory_<wbr>region'),
  );
});
