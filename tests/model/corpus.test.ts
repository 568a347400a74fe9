import { describe, expect, it } from 'vitest';
import { QUESTIONS, type Question, type Verdict } from 'stage-two';
import { corpus, type Decided } from './support/corpus.ts';
import { answer } from './support/inputs.ts';
import { ambiguous, isTold } from './support/steps.ts';

const FAULT = ['mapped', 'relaxed', 'retry', 'fails', 'injected', 'signalled'] as const;

/** Every verdict that a question has an answer with. */
const VERDICTS: Readonly<Record<Question, readonly Verdict[]>> = {
  checkExtension: ['supported', 'not-supported', 'refused'],
  vmaIsCacheable: ['cacheable', 'not-cacheable', 'unknown'],
  memslotChange: ['accepted', 'refused'],
  prepareMemoryRegion: ['accepted', 'refused'],
  handleFault: FAULT,
  handleGuestAbort: [...FAULT, 'resumed', 'emulated', 'exits', 'unknown'],
  handleGuestMemfdFault: ['mapped', 'relaxed', 'retry', 'fails'],
  handleProtectedFault: ['mapped', 'retry', 'fails', 'signalled'],
  pkvmMap: ['accepted', 'refused', 'unknown'],
  vncrPage: ['accepted', 'refused', 'unknown'],
  hvaToPfn: ['found', 'not-found', 'unknown'],
  granule: ['mapped', 'relaxed', 'retry'],
  vmaPageShift: ['supported', 'not-supported'],
  slotSupportsHuge: ['supported', 'not-supported'],
  stage2Attributes: ['accepted', 'refused'],
  cacheMaintenance: ['maintained', 'not-maintained', 'retry', 'refused'],
  setWayTrap: ['maintained', 'not-maintained'],
  cacheToggle: ['maintained', 'not-maintained'],
  icacheRange: ['maintained', 'not-maintained', 'unknown'],
  vcpuInit: ['maintained', 'not-maintained', 'refused', 'unknown'],
};

/** Linux error numbers: include/uapi/asm-generic/errno-base.h. */
const ERRNO = {
  EPERM: 1,
  EIO: 5,
  ENOEXEC: 8,
  EAGAIN: 11,
  ENOMEM: 12,
  EFAULT: 14,
  EEXIST: 17,
  EINVAL: 22,
  ENOSYS: 38,
};
/** Checks that the version of the kernel answers. */
const KERNEL_ALONE = new Set(['kvm_vma_is_cacheable() exists', 'the code was read']);

const said = ({ question, kernel, input }: Decided) =>
  `${question} ${kernel} ${JSON.stringify(input)}`;

describe.each(Object.keys(QUESTIONS) as Question[])('the decisions of %s', (question) => {
  const all = () => corpus(question);
  const accepted = () => all().filter(({ decision }) => decision.error === undefined);
  const refused = () => all().filter(({ decision }) => decision.error !== undefined);

  it('have steps with a check, a place and a source, and words for the check', () => {
    const steps = accepted().flatMap(({ decision }) => decision.because);
    expect(steps.filter((step) => !isTold(step))).toEqual([]);
  });

  it('have steps that look at something, but for what is a matter of the kernel alone', () => {
    const steps = accepted().flatMap(({ decision }) => decision.because);
    const blind = steps.filter(
      ({ check, inputs }) => !KERNEL_ALONE.has(check) && Object.keys(inputs).length === 0,
    );
    expect(blind).toEqual([]);
  });

  it('have steps whose inputs determine the answer', () => {
    const pairs = accepted().flatMap(({ kernel, decision }) =>
      decision.because.map((step) => {
        const { check, in: where, inputs } = step;
        return [[kernel, where, check, inputs], step.answer] as const;
      }),
    );
    expect(ambiguous(pairs)).toEqual([]);
  });

  it('are determined by their steps', () => {
    const pairs = accepted().map(({ kernel, decision: { because, verdict, ret } }) => {
      const steps = because.map((step) => [step.in, step.check, step.inputs, step.answer]);
      return [
        [kernel, steps],
        [verdict, ret],
      ] as const;
    });
    expect(ambiguous(pairs)).toEqual([]);
  });

  it('have each verdict of the question, and no other', () => {
    const verdicts = new Set(accepted().map(({ decision }) => decision.verdict));
    expect([...verdicts].sort()).toEqual([...VERDICTS[question]].sort());
  });

  it('name an error exactly where they return one', () => {
    const wrong = accepted().filter(({ decision: { ret, errno } }) => {
      const failed = ret !== null && ret < 0;
      return (errno === null ? null : -ERRNO[errno]) !== (failed ? ret : null);
    });
    expect(wrong).toEqual([]);
  });

  it('are empty for an input that contradicts itself or the kernel, with an error that helps', () => {
    const fields = Object.keys(accepted()[0]?.decision ?? {}).sort();
    for (const decided of refused()) {
      const { error, ...rest } = decided.decision;
      expect(Object.keys(rest).sort()).toEqual(fields);
      const { question: _q, kernel: _k, verdict, because, ...values } = rest;
      expect([verdict, because]).toEqual(['invalid', []]);
      for (const value of Object.values(values)) expect(value, said(decided)).toBeNull();
      expect(error?.received, said(decided)).toMatch(/^[a-z][\w.[\]]* = \S/);
      expect(error?.expected, said(decided)).toMatch(/^\S.+\S$/);
      expect(error?.example, said(decided)).toMatch(/\S/);
      expect(error?.remedy, said(decided)).toMatch(/^[A-Z][^\n]*\.$/);
    }
  });

  it('are empty for a kernel that the model does not know', () => {
    const { kernel, verdict, because, error } = answer(question, 'v6.71', {});
    expect([kernel, verdict, because]).toEqual([null, 'invalid', []]);
    expect(error).toEqual({
      code: 'unknown-kernel',
      received: 'kernel = "v6.71" (a string)',
      expected:
        "one of 'v6.16', 'v6.17', 'v7.3', or a release of Linux such as '6.12' or '7.2.2-1-arch'",
      example: "'v6.17'",
      remedy: "Is it 'v6.17'?",
      nearest: 'v6.17',
    });
  });

  it('name the question and the kernel', () => {
    const names = new Set(all().map(({ decision }) => `${decision.question} ${decision.kernel}`));
    expect([...names]).toEqual(['v6.16', 'v6.17', 'v7.3'].map((kernel) => `${question} ${kernel}`));
  });
});
