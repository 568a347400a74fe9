import { maintenanceNeeded } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { sourceLinks } from '../../show/steps.ts';
import { caches } from '../caches/scene.ts';
import type { Held, Scene } from '../caches/scene.ts';

/** What is due before core 1 fetches the code that core 0 has written through its cache. */
function due(values: Values) {
  const [fwb, idc, dic] = ['fwb', 'idc', 'dic'].map((key) => values[key] === '1');
  const needed = maintenanceNeeded({ fwb: fwb === true, idc: idc === true, dic: dic === true });
  const toPoC = needed.cleanToPoC?.needed === true;
  const toPoU = needed.cleanToPoU?.needed === true;
  return {
    clean: toPoC ? ('PoC' as const) : toPoU ? ('PoU' as const) : null,
    invalidate: needed.invalidateIToPoU?.needed === true,
    /** Without a clean a fetch finds what is in the data caches. */
    found: needed.effectiveIdc === true,
    /** The guest may go around the caches. */
    past: needed.mayBypassCaches === true,
  };
}

/** What was done of it: one thing may be left out. */
function done(values: Values) {
  const all = due(values);
  const clean = values['without'] === 'clean' ? null : all.clean;
  const invalidate = all.invalidate && values['without'] !== 'invalidate';
  const lost = all.clean !== null && clean === null;
  const code = (all.found || clean !== null) && (invalidate || !all.invalidate) ? 'new' : 'old';
  return { all, clean, invalidate, code, memory: lost || clean !== 'PoC' ? 'old' : 'new' } as const;
}

const WHY = {
  PoC: 'has to be cleaned to the PoC, because without FWB the guest may read past the caches',
  PoU: 'has to be cleaned to the PoU, because without IDC a fetch does not look into the data caches',
} as const;

function dataFrame(values: Values, scene: Scene): Frame {
  const { all, clean } = done(values);
  const left = all.clean !== null && clean === null;
  const why = all.clean
    ? `The data line ${WHY[all.clean]}${left ? '. It is left out' : ''}.`
    : 'No data line has to be cleaned: with FWB or IDC a fetch finds what the data caches have.';
  return {
    svg: caches({
      ...scene,
      cores: [clean ? 'cleans the line' : '', ''],
      ...(clean && { acts: 0 as const }),
      worked: clean ? ['l1d0', 'l2', ...(clean === 'PoC' ? (['memory'] as const) : [])] : [],
      to: clean,
    }),
    title: all.clean
      ? `Clean the data to the ${all.clean}${left ? ': left out' : ''}`
      : 'Clean no data',
    says: `The data. ${why}`,
    text: [`${why} `, sourceLinks(['ARM-ARM'])],
  };
}

function codeFrame(values: Values, scene: Scene): Frame {
  const { all, invalidate } = done(values);
  const left = all.invalidate && !invalidate;
  const why = all.invalidate
    ? `The instruction line has to be invalidated in every core, because without DIC it may hold what was there before.${left ? ' It is left out.' : ''}`
    : 'No instruction line has to be invalidated: with DIC the hardware sees to it.';
  return {
    svg: caches({
      ...scene,
      cores: [invalidate ? 'invalidates' : '', ''],
      ...(invalidate && { acts: 0 as const }),
      worked: invalidate ? ['l1i0', 'l1i1'] : [],
      to: invalidate ? 'PoU' : null,
    }),
    title: all.invalidate ? `Invalidate the code${left ? ': left out' : ''}` : 'Invalidate no code',
    says: `The instructions. ${why}`,
    text: [`${why} `, sourceLinks(['ARM-ARM', ...(all.invalidate ? [] : ['H-DIC'])])],
  };
}

function lastFrame(values: Values, scene: Scene): Frame {
  const { all, code, memory } = done(values);
  const stale = code === 'old' || (all.past && memory === 'old');
  const past = all.past ? ` Past the caches a guest reads the ${memory} value.` : '';
  const idc = `${values['idc'] === '1' ? 'IDC is on' : 'IDC is off'}, and KVM does not ask: FWB implies it, and without FWB the page is cleaned farther than that.`;
  return {
    svg: caches({
      ...scene,
      cores: ['', `fetches ${code}`],
      acts: 1,
      worked: ['l1i1'],
      past: all.past ? `reads ${memory}` : null,
    }),
    title: code === 'new' ? 'Core 1 fetches the new code' : 'Core 1 may fetch the old code',
    says: `Core 1 fetches, and ${code === 'new' ? 'runs the new code' : 'may run what was there before'}.${past} ${idc}`,
    text: [`${idc}${past}`],
    verdict: stale ? 'stale' : 'found',
    word: code === 'old' ? 'old code' : stale ? 'old past the caches' : 'new code',
  };
}

function frames(values: Values): Frame[] {
  const { clean, invalidate, code } = done(values);
  const old: Held = { value: 'old' };
  const copy: Held = { value: 'new', from: 'l1d0' };
  const start = { l1i0: old, l1i1: old, l2: old, memory: old } as const;
  const cleaned = {
    ...start,
    l1d0: { value: 'new', state: clean ? 'clean' : 'dirty' } as Held,
    ...(clean && { l2: copy }),
    ...(clean === 'PoC' && { memory: copy }),
  };
  const { l1i0, l1i1, ...data } = cleaned;
  const invalidated = invalidate ? data : { ...data, l1i0, l1i1 };
  const line: Held =
    code === 'new'
      ? { value: 'new', from: clean ? 'l2' : 'l1d0' }
      : { value: 'old', ...(invalidate && { from: 'l2' as const }) };
  const scene = (held: Scene['held']): Scene => ({
    cores: ['', ''],
    held,
    worked: [],
    to: null,
    past: null,
  });
  return [
    {
      svg: caches({
        ...scene({ ...start, l1d0: { value: 'new', state: 'dirty' } }),
        cores: ['writes code', 'is to run it'],
        acts: 0,
        worked: ['l1d0'],
      }),
      title: 'Core 0 writes code',
      says: 'Core 0 writes new code. It stands in its L1 data cache, dirty. The instruction caches, L2 and memory have the old code.',
      text: ['A store goes to the data cache, and a fetch comes from the instruction cache.'],
    },
    dataFrame(values, scene(cleaned)),
    codeFrame(values, scene(invalidated)),
    lastFrame(values, scene({ ...invalidated, l1i1: line })),
  ];
}

const check = (key: string, label: string) =>
  ({ key, label, shape: 'check', options: NO_YES }) as const;

/** A write of code and a fetch of it: what is due in between, and what comes of leaving it out. */
export const drawing: Drawing = {
  name: 'idc-and-dic',
  fields: [
    check('fwb', 'FWB'),
    check('idc', 'IDC'),
    check('dic', 'DIC'),
    {
      key: 'without',
      label: 'Leave out',
      shape: 'radio',
      options: [
        ['nothing', 'nothing'],
        ['clean', 'the clean'],
        ['invalidate', 'the invalidation'],
      ],
    },
  ],
  preset: { fwb: '1', idc: '1', dic: '0', without: 'nothing' },
  frames,
};
