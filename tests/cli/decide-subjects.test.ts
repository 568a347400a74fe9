import { describe, expect, it } from 'vitest';
import { SUBJECTS } from '../../src/cli/commands/subjects.ts';
import { QUESTIONS } from '../../src/model/index.ts';
import { ran } from './outside.ts';

const subjects = Object.entries(SUBJECTS);

it('every question of the model is a subject, once', () => {
  expect(subjects.map(([, { question }]) => question).sort()).toEqual(
    Object.keys(QUESTIONS).sort(),
  );
});

describe.each(subjects)('decide %s', (name, { about, example, question }) => {
  it('has an example that runs', () => {
    const { code, out, err } = ran(example);
    expect([code, err]).toEqual([0, []]);
    expect(out[0]).toMatch(/\(.*, v\d\.\d+\)$/);
  });

  it('has a help with its options and its example', () => {
    const { code, out } = ran(['decide', name, '--help']);
    expect(code).toBe(0);
    expect(out[0]).toContain(about);
    expect(out.at(-1)).toContain(example);
    const options = out.join('\n').match(/^ {2}--[\w-]+/gm) ?? [];
    expect(options).toHaveLength(QUESTIONS[question].fields.length + 2);
  });

  it('is in the help of decide', () => {
    expect(ran('decide --help').out.join('\n')).toMatch(new RegExp(`^ +${name} +\\S`, 'm'));
  });
});

describe('the fields of a record', () => {
  const fault = 'decide fault --kernel v7.3 --fwb 1 --dic 1 --access read --vma plain';

  it('are given with their names', () => {
    const nested = ran(`${fault} --nested readable=0,exec=none --size vmaPageShift=21,gfn=5`);
    expect(nested.code).toBe(0);
    expect(nested.out).toContain('  guest may  write');
    const block = ran(`${fault} --nested blockShift=21 --size vmaPageShift=21,gfn=0x5`);
    expect(block.out).toEqual(
      expect.arrayContaining(['  size       PMD_SIZE', '  starts     5 pages before the fault']),
    );
    expect(ran(`${fault} --nested none`).out[0]).toBe(ran(fault).out[0]);
  });

  it.each([
    ['--nested x=1', /--nested "x=1"; expected none, or fields out of readable=0\|1, /],
    ['--nested readable', /--nested "readable"; expected .*; example: --nested readable=1$/],
    ['--size vmaPageShift=13', /--size "vmaPageShift=13"; .*vmaPageShift=12\|16\|21\|25\|30/],
    ['--nested exec=EL0', /nested.exec = "EL0"/],
  ])('%s: one line, exit code 2', (option, reason) => {
    const { code, err } = ran(`${fault} ${option}`);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(reason);
  });

  it('of a plain VMA has no "none" where the question needs one', () => {
    expect(ran('decide granule --kernel v7.3 --vma none').err[0]).toMatch(/--vma with "none"/);
  });
});

it('a number that is not on the list is refused', () => {
  const line = 'decide slot-size --kernel v7.3 --base-gfn 0 --npages 1 --userspace 0 --hva 0';
  expect(ran(`${line} --shift 22`).err[0]).toMatch(/--shift "22"; expected 12\|21\|30/);
  expect(ran(`${line} --shift x`).err[0]).toMatch(/--shift "x"; expected 12\|21\|30/);
});
