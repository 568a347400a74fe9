import { describe, expect, it } from 'vitest';
import { readLog } from '../../lab/record/read-log.ts';
import { failureOf, log } from './support/logs.ts';

describe('the log of a boot', () => {
  it('holds the lines of the protocol between those of the kernel', () => {
    const { boot, capabilities, cases } = readLog(log('whole'));
    expect(boot).toMatchObject({ release: '7.3.4+deb13-arm64', mode: 'VHE', midr: '0x411fd402' });
    expect(capabilities.map(({ on, value }) => [on, value])).toEqual([
      ['kvm', null],
      ['vm', 1],
    ]);
    expect(cases.map(({ id }) => id)).toEqual([
      'pfnmap-hole-remap-cacheable-load',
      'pfnmap-hole-remap-nGnRE-store',
      'pfnmap-hole-remap-cacheable-2m-load',
      'anonymous-load',
    ]);
  });

  it('is the same with the line ends of a serial console', () => {
    expect(readLog(log('whole').replaceAll('\n', '\r\n'))).toEqual(readLog(log('whole')));
  });

  const whole = log('whole');
  const twice = whole.replace('pfnmap-hole-remap-nGnRE-store', 'anonymous-load');
  it.each([
    ['PID 1 crashed, though QEMU ended with 0', log('crashed'), 'no line "end"'],
    ['the kernel panicked', log('panic'), /^a kernel that crashed: .* Kernel panic - not syncing/],
    ['the kernel wrote into a line', log('torn'), /^a torn line 6: /],
    ['the kernel wrote into a text of a line', log('mixed'), /^a torn line 6: /],
    ['a line does not begin where it should', log('joined'), /^a torn line 5: /],
    ['cases are missing', whole.replace('"cases":4', '"cases":5'), '4 cases'],
    ['a case is there twice', twice, 'the case anonymous-load twice'],
    ['nothing was printed', '', 'no line first'],
    ['the protocol is another', whole.replace('"protocol":2', '"protocol":1'), 'protocol 1'],
    ['a word is unknown', whole.replace('"is":"end"', '"is":"fin"'), /^an unknown line 9: /],
    ['a line follows the last', `${whole}@lab {"is":"end","cases":4}\n`, 'a line after "end"'],
  ])('is a failure where %s', (_, text, received) => {
    const failure = failureOf(() => readLog(text));
    expect(failure.code).toBe('log');
    expect(failure.received).toMatch(received);
  });

  it('shows its end where it failed', () => {
    const { shown } = failureOf(() => readLog(log('crashed')));
    expect(shown.at(-1)).toContain('reboot: Power down');
  });
});
