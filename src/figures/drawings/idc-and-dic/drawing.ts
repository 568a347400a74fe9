import { maintenanceNeeded } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { caches } from '../caches/scene.ts';
import type { Done } from '../caches/scene.ts';

/** What is due before core 1 fetches the code that core 0 has written through its cache. */
function due(values: Values) {
  const [fwb, idc, dic] = ['fwb', 'idc', 'dic'].map((key) => values[key] === '1');
  const needed = maintenanceNeeded({ fwb: fwb === true, idc: idc === true, dic: dic === true });
  return {
    toPoC: needed.cleanToPoC?.needed === true,
    toPoU: needed.cleanToPoU?.needed === true,
    instructions: needed.invalidateIToPoU?.needed === true,
  };
}

function frame(values: Values): Frame {
  const { toPoC, toPoU, instructions } = due(values);
  const clean = toPoC ? 'clean' : toPoU ? 'clean' : null;
  const done: Done = {
    l1d0: clean ?? 'new code',
    ...(toPoC && { l2: 'clean', memory: 'has it now' }),
    ...(toPoU && { l2: 'has it now' }),
    ...(instructions && { l1i0: 'invalidate', l1i1: 'invalidate' }),
  };
  const data = toPoC
    ? 'The data line has to be cleaned to the PoC, because without FWB the guest may read past the caches.'
    : toPoU
      ? 'The data line has to be cleaned to the PoU.'
      : 'No data line has to be cleaned.';
  const code = instructions
    ? 'The instruction line has to be invalidated in every core, because without DIC it may hold what was there before.'
    : 'No instruction line has to be invalidated, because of DIC.';
  const idc = values['idc'] === '1' ? 'IDC is on' : 'IDC is off';
  return {
    svg: caches(done, toPoC ? 'PoC' : toPoU ? 'PoU' : null),
    title: instructions
      ? toPoC
        ? 'Clean the data, invalidate the code'
        : 'Invalidate the code'
      : toPoC
        ? 'Clean the data'
        : 'Nothing is due',
    says: `Core 0 has written code, core 1 is to fetch it; ${idc}, which changes nothing here. ${data} ${code}`,
    ...(!toPoC &&
      !toPoU &&
      !instructions && { verdict: 'cacheable' as const, word: 'nothing due' }),
  };
}

const check = (key: string, label: string) =>
  ({ key, label, shape: 'check', options: NO_YES }) as const;

/** A write of code and a fetch of it: what is due in between, with each feature on and off. */
export const drawing: Drawing = {
  name: 'idc-and-dic',
  fields: [check('fwb', 'FWB'), check('idc', 'IDC'), check('dic', 'DIC')],
  preset: { fwb: '1', idc: '1', dic: '0' },
  frames: (values) => [frame(values)],
};
