// cspell:words hvhe
import { describe, expect, it } from 'vitest';
import { OPTIONS, readArguments } from '../../lab/cli/arguments.ts';
import { helpText } from '../../lab/cli/help.ts';
import { bootName, bootsOf } from '../../lab/plan/plan.ts';
import { failureOf } from './support/logs.ts';

const boots = (...args: string[]) => bootsOf(readArguments(args)).map((boot) => bootName(boot));

describe('the command line of the lab', () => {
  it('boots the newest kernel on the three CPU models that decide', () => {
    expect(boots('--quick')).toEqual([
      'Linux 7.3, neoverse-v1',
      'Linux 7.3, cortex-a710',
      'Linux 7.3, neoverse-n1',
    ]);
  });

  it('boots every kernel on every CPU model, some in other modes too', () => {
    const all = boots();
    for (const one of ['Linux 6.1, cortex-a53', 'Linux 6.12, max', 'Linux 7.3, neoverse-v1, nvhe'])
      expect(all).toContain(one);
    expect(new Set(all).size).toBe(all.length);
    // It is shown to equal another, and the CPU models that decide are enough for that.
    expect(all.filter((one) => one.startsWith('Linux 7.2'))).toEqual([
      'Linux 7.2, neoverse-v1',
      'Linux 7.2, cortex-a710',
      'Linux 7.2, neoverse-n1',
    ]);
  });

  it('asks about a driver on every kernel, and on the CPU models that decide', () => {
    const driver = boots('--driver');
    expect(driver).toHaveLength(9);
    expect(driver).toContain('Linux 6.1, cortex-a710, radeon');
    expect(boots('--driver', '--quick', '--cpu', 'max')).toEqual(['Linux 7.3, max, radeon']);
  });

  it('takes kernels, CPU models and modes more than once, and a full version', () => {
    expect(
      boots('--kernel', '6.1.176', '--kernel=6.12', '--cpu', 'max', '--mode', 'usual'),
    ).toEqual(['Linux 6.12, max', 'Linux 6.1, max']);
  });

  it.each([
    [
      ['--kernel', '5.4'],
      '--kernel "5.4"',
      'one of 7.3, 7.2, 7.1, 7.0, 6.19, 6.18, 6.17, 6.16, 6.12-trixie, 6.12, 6.1',
    ],
    [['--cpu', 'cortex-a57'], '--cpu "cortex-a57"', /^one of neoverse-v1, cortex-a710, /],
    [['--mode', 'hvhe'], '--mode "hvhe"', 'one of usual, nvhe, protected'],
    [['--fast'], '--fast', /^one of --quick, --kernel, /],
    [['fast'], '"fast"', 'options only'],
    [['--kernel'], '--kernel without a value', '--kernel NAME'],
    [['--kernel', '--quick'], '--kernel without a value', '--kernel NAME'],
    [['--quick=yes'], '--quick=yes', '--quick without a value'],
    [['--check', '--record'], '--check and --record', 'one of the two'],
  ])('answers %j', (args, received, expected) => {
    const failure = failureOf(() => readArguments(args));
    expect(failure).toMatchObject({ code: 'usage', received });
    expect(failure.expected).toMatch(expected);
    expect(failure.remedy).toContain('npm run lab -- --');
  });

  it('explains every option', () => {
    for (const name of Object.keys(OPTIONS)) expect(helpText()).toContain(`  --${name}`);
  });
});
