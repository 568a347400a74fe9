import { expect, test } from 'vitest';
import { withBreaks } from '../../src/breaks/html.ts';

test.each([
  [
    'a name of the kernel, after its bars',
    '<p>The <code>KVM_SET_USER_MEMORY_REGION</code>: here.</p>',
    '<p>The <code>KVM_<wbr>SET_<wbr>USER_<wbr>MEMORY_<wbr>REGION</code>: here.</p>',
  ],
  [
    'a path, after its slashes and not before its ending',
    '<a href="/a_b/">arch/arm64/kernel/cpufeature.c</a>',
    '<a href="/a_b/">arch/<wbr>arm64/<wbr>kernel/<wbr>cpufeature.c</a>',
  ],
  [
    'a line of a file, and neither before its ending nor before its number',
    '<p>src/model/arch/registers/register-fields.ts:8</p>',
    '<p>src/<wbr>model/<wbr>arch/<wbr>registers/<wbr>register-fields.ts:8</p>',
  ],
  [
    'a call, after its bracket',
    '<p>alternative_has_cap_unlikely(ARM64_X)</p>',
    '<p>alternative_<wbr>has_<wbr>cap_<wbr>unlikely(<wbr>ARM64_<wbr>X)</p>',
  ],
])('withBreaks lets break %s', (_, html, broken) => {
  expect(withBreaks(html)).toBe(broken);
});

test.each([
  ['a name that a line of a phone holds', '<p>VM_PFNMAP and kvm_s2_fault()</p>'],
  ['a long word without a seam', '<p>Donaudampfschifffahrtsgesellschaft</p>'],
  [
    'an address in an attribute',
    '<a href="https://example.org/one_two/three_four" title="a > b_c">x</a>',
  ],
  [
    'a listing, marked up or not',
    '<pre><code>kvm_arch_prepare_<b>memory</b>_region()</code></pre>',
  ],
  [
    'a table in a table',
    '<table><tr><td><table></table>kvm_arch_prepare_memory_region</td></tr></table>',
  ],
  ['a script', '<script>const a = kvm_arch_prepare_memory_region < b;</script>'],
])('and leaves %s alone', (_, html) => {
  expect(withBreaks(html)).toBe(html);
  expect(withBreaks(`${html}<p>kvm_vma_is_cacheable_now</p>`)).toBe(
    `${html}<p>kvm_<wbr>vma_<wbr>is_<wbr>cacheable_<wbr>now</p>`,
  );
});
