import { expect, test } from 'vitest';
import { reportAddress } from '../../src/components/report-address.ts';

test.each([
  [null, '/errata/'],
  ['https://forge.example/issues/new', 'https://forge.example/issues/new'],
  [
    'mailto:errata@press.example',
    'mailto:errata@press.example?subject=Stage%20Two%3A%20FWB%20%26%20DIC',
  ],
  [
    'mailto:a@b.example?cc=c@d.example',
    'mailto:a@b.example?cc=c@d.example&subject=Stage%20Two%3A%20FWB%20%26%20DIC',
  ],
])('with %s an error is reported at %s', (address, expected) =>
  expect(reportAddress('FWB & DIC', address)).toBe(expected),
);
