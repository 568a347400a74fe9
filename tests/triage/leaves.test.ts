import { describe, expect, it } from 'vitest';
import { triage } from '../../src/triage/index.ts';

/* What an error leaves where nothing else is known, as the order of the kernel's checks has it. */

const MEMSLOT =
  'slot-alignment slot-existing slot-mte slot-dirty-log slot-cacheable slot-gmem slot-flags';
const RUN =
  'run-alignment run-status run-no-page run-cacheable run-no-vma run-mte run-gmem run-pin';

const leftOf = (asked: Record<string, string>, text = '') =>
  triage(text, asked)
    .reasons.filter(({ state }) => state === 'left')
    .map(({ id }) => id)
    .join(' ');

describe('an error leaves', () => {
  it.each([
    ['KVM_SET_USER_MEMORY_REGION', 'EINVAL', MEMSLOT],
    ['KVM_SET_USER_MEMORY_REGION2', 'EINVAL', MEMSLOT],
    ['KVM_SET_USER_MEMORY_REGION', 'EEXIST', 'slot-overlap'],
    ['KVM_SET_USER_MEMORY_REGION2', 'EFAULT', 'slot-ipa'],
    ['KVM_SET_USER_MEMORY_REGION', 'EPERM', 'slot-pkvm'],
    ['KVM_RUN', 'EFAULT', RUN],
    ['KVM_RUN', 'EPERM', 'run-pkvm run-vcpu'],
    ['KVM_RUN', 'EINVAL', 'run-pkvm run-vcpu'],
    ['KVM_RUN', 'ENOEXEC', 'run-vcpu'],
    ['KVM_RUN', 'ENOSYS', 'run-no-syndrome'],
    ['IOMMU_IOAS_MAP', 'EFAULT', 'not-kvm-iommu-map'],
    ['VFIO_DMA_MAP', 'EINVAL', 'not-kvm-iommu-map'],
    ['KVM_RUN', 'EBUSY', ''],
  ])('%s, %s', (call, errno, left) => expect(leftOf({ call, errno })).toBe(left));

  it.each([
    ['KVM_EXIT_ARM_NISV', 'run-no-syndrome'],
    ['28', 'run-no-syndrome'],
    ['39', 'run-gmem'],
    ['41', 'run-external-abort'],
  ])('KVM_RUN, exit %s', (exit, left) => expect(leftOf({ call: 'KVM_RUN', exit })).toBe(left));

  it.each([
    ['EINVAL', 'cap-wrong-fd'],
    ['1', 'cap-yes'],
    ['0', 'cap-missing-feature cap-unknown-number cap-protected'],
  ])('KVM_CHECK_EXTENSION 243, %s', (capabilityAnswer, left) =>
    expect(leftOf({ call: 'KVM_CHECK_EXTENSION', capability: '243', capabilityAnswer })).toBe(left),
  );

  it.each([
    ['EFAULT', `${RUN} slot-ipa not-kvm-iommu-map`],
    ['EINVAL', `${MEMSLOT} cap-wrong-fd run-pkvm run-vcpu not-kvm-iommu-map not-kvm-vfio-bind`],
    ['EPERM', 'slot-pkvm run-pkvm run-vcpu not-kvm-iommu-map'],
    ['ENOEXEC', 'run-vcpu not-kvm-iommu-map'],
  ])('%s alone', (errno, left) => expect(leftOf({ errno })).toBe(left));

  it('the second form of EEXIST only to a slot of guest_memfd', () => {
    const slot = { call: 'KVM_SET_USER_MEMORY_REGION2', errno: 'EEXIST' };
    expect(leftOf({ ...slot, 'slot.flags': 'KVM_MEM_GUEST_MEMFD' })).toBe('slot-overlap slot-gmem');
    expect(leftOf({ ...slot, 'slot.flags': '0' })).toBe('slot-overlap');
  });
});

describe('a ground comes first', () => {
  const slot = { call: 'KVM_SET_USER_MEMORY_REGION', errno: 'EINVAL' };
  it.each([
    [{ mte: '1' }, 'slot-mte'],
    [{ 'slot.flags': 'KVM_MEM_LOG_DIRTY_PAGES' }, 'slot-dirty-log'],
    [{ dic: '0' }, 'slot-cacheable'],
    [{ capabilityAnswer: '0', kernel: '7.3.4' }, 'slot-cacheable'],
  ])('%o: %s', (asked, first) => {
    const clean = Object.fromEntries(Object.entries({ ...slot, ...asked }));
    expect(leftOf(clean).split(' ')[0]).toBe(first);
  });

  it('but not before the search of the log that halves the list', () => {
    const run = { call: 'KVM_RUN', errno: 'EFAULT', fwb: '0' };
    expect(leftOf(run)).toMatch(/^run-alignment run-status run-cacheable /);
    expect(leftOf({ ...run, fscLine: '0' })).toMatch(/^run-cacheable run-no-page /);
  });
});

describe('a protected VM', () => {
  it('leaves what its own function can answer, and the status', () => {
    const run = { call: 'KVM_RUN', errno: 'EFAULT', protectedVm: '1' };
    expect(leftOf(run)).toBe('run-alignment run-status run-pin');
    expect(leftOf({ ...run, readsWork: '1', fscLine: '0' })).toBe('');
  });
});

describe('where text and choice disagree', () => {
  it('the choice counts, and a note says so', () => {
    const text = 'ioctl(10, KVM_RUN, 0) = -1 EFAULT (Bad address)';
    const { asked, notes } = triage(text, { errno: 'EPERM' });
    expect(asked).toMatchObject({ call: 'KVM_RUN', errno: 'EPERM' });
    expect(notes).toContain('Line 1 says errno EFAULT. You chose EPERM, and the choice counts.');
  });

  it('nothing is said where they agree', () => {
    const text = 'ioctl(10, KVM_RUN, 0) = -1 EFAULT (Bad address)';
    expect(triage(text, { errno: 'EFAULT', call: 'KVM_RUN' }).notes).toEqual([]);
  });
});
