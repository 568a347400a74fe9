import { GATES } from './gates.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

const VMMS: readonly (readonly [name: string, words: RegExp])[] = [
  ['qemu', /\bqemu(?:-system-aarch64|-kvm)?\b|error: kvm run failed/i],
  ['cloud-hypervisor', /\bcloud[-_ ]hypervisor\b/i],
  ['crosvm', /\bcrosvm\b/i],
  ['firecracker', /\bfirecracker\b|\[anonymous-instance|src\/vmm\/src\/vstate/i],
  ['libkrun', /\b(?:lib)?krun(?:_vmm)?\b/i],
  ['muvm', /\bmuvm\b/i],
  ['kvmtool', /\b(?:kvmtool|lkvm)\b/i],
];
const IN_USE = /Kernel (?:driver in use|modules): ([\w-]{2,40})/;
/** The module of the function in which a kernel stopped: `pc : rknpu_read+0x1c/0x60 [rknpu]`. */
const AT = /\bpc : [\w.]{1,80}\+0x[0-9a-f]{1,8}\/0x[0-9a-f]{1,8} \[(\w{2,40})/;
const DEVICES =
  /(?<![\w/])(nvgrace[-_]gpu(?:[-_]vfio[-_]pci)?|amdgpu|radeon|nouveau|panfrost|panthor|asahi|lima|v3d|vgem|rknpu|tt-smi|vfio[-_](?:platform|fsl-mc|cdx)|GH200|GB200|GB300|GB10|DGX Spark)(?![\w/])/i;

/** The VMM, and the device or driver that the text is about. */
export function readPrograms(lines: readonly Line[], book: Notebook): void {
  for (const { text, low, number } of lines) {
    if (!book.once(GATES.programs, low)) continue;
    const { vmm, device } = book.once(programsIn, text);
    if (vmm !== null) book.fact('vmm', vmm, number);
    if (device !== null) book.fact('device', device, number);
  }
}

interface Programs {
  readonly vmm: string | null;
  readonly device: string | null;
}

function programsIn(text: string): Programs {
  const vmm = VMMS.find(([, words]) => words.test(text))?.[0] ?? null;
  const device = IN_USE.exec(text)?.[1] ?? AT.exec(text)?.[1] ?? DEVICES.exec(text)?.[1] ?? null;
  return { vmm, device };
}
