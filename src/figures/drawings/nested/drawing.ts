import { handleFault } from '../../../model/index.ts';
import type { Host } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { owners } from '../owners/scene.ts';
import { ASKED_OPTIONS, inSentence, seenBy } from '../types/seen.ts';
import type { Asked } from '../types/seen.ts';

const KERNEL = 'v7.3';
const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

/** What L1's leaf may grant to L2. */
const GRANTS = {
  rwx: { writable: true, exec: 'both' },
  rw: { writable: true, exec: 'none' },
  r: { writable: false, exec: 'none' },
} as const;

const LETTERS = { rwx: 'R W X', rw: 'R W', r: 'R' } as const;

function frame(values: Values): Frame {
  const grants = (values['grants'] ?? 'rwx') as keyof typeof GRANTS;
  const type = (values['type'] ?? 'nc') as Asked;
  const has = values['host'] === '1';
  const host: Host = { fwb: has, dic: has };
  const nested = GRANTS[grants];
  const { mapping, errno } = handleFault(KERNEL, {
    vma,
    ...host,
    nested,
    access: 'read',
    xnx: true,
  });
  const seen = mapping === null ? null : seenBy('wb', mapping.memAttr, host.fwb);
  const given = mapping
    ? [mapping.r && 'R', mapping.w && 'W', mapping.x && 'X'].filter(Boolean).join(' ')
    : '';
  const end =
    seen === null
      ? `L0 asks its own VMA and has no FWB and DIC, so KVM_RUN fails with ${errno}.`
      : `L0 writes the shadow: it grants ${given}, as L1 does, and L2's accesses are ${seen}, as L0's VMA says.`;
  return {
    svg: owners({
      host: [
        { name: 'VMM of L0', line: 'maps it' },
        { name: 'its table', line: "the kernel's" },
        null,
      ],
      deciders: [
        { name: 'KVM in L0', line: 'merges both', acts: true },
        { name: "L1's stage 2", line: LETTERS[grants], acts: true },
        {
          name: `type: ${type === 'device' ? 'Dev' : type.toUpperCase()}`,
          line: 'not read',
          idle: true,
        },
      ],
      writer: 0,
      guest: [
        { name: 'L2', line: 'asks for WB' },
        { name: 'stage 1', line: "L2's" },
        { name: 'shadow', line: seen === null ? "L0's: empty" : `L0's: ${given}` },
      ],
      seen,
      hosted: 'WB',
      refusal: errno === null ? null : { verdict: 'fails', errno },
    }),
    title: 'Permissions from L1, the type from L0',
    says: `L1's table grants ${LETTERS[grants]} and says ${inSentence(type)}, which nobody reads. ${end}`,
    verdict: errno === null ? 'mapped' : 'fails',
    word: errno ?? 'mapped',
  };
}

/** Two stage-2 tables become one: what L0 takes from L1's, and what from its own VMA. */
export const drawing: Drawing = {
  name: 'nested',
  fields: [
    {
      key: 'grants',
      label: 'L1 grants',
      shape: 'radio',
      options: [
        ['rwx', 'read, write, execute'],
        ['rw', 'read, write'],
        ['r', 'read'],
      ],
    },
    { key: 'type', label: 'L1 says', shape: 'radio', options: ASKED_OPTIONS },
    { key: 'host', label: 'L0 has FWB and DIC', shape: 'check', options: NO_YES },
  ],
  preset: { grants: 'rw', type: 'nc', host: '1' },
  frames: (values) => [frame(values)],
};
