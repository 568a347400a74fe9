import { answerWord, HOST_ANSWERS, PROPERTIES, propertyName } from '../../model/index.ts';
import type { Host, HostAnswer, PolicyPoint, Property } from '../../model/index.ts';
import { NO_YES } from '../form/field.ts';
import type { Field, Values } from '../form/field.ts';

/** NAME of `<stage-NAME>`, of the parameter of the address, and first part of ids. */
export const NAME = 'space';

const HOST_KEYS = ['h00', 'h01', 'h10', 'h11'] as const;

/** What a host has, in words. */
export function hostName({ fwb, dic }: Host): string {
  const has = [fwb && 'FWB', dic && 'DIC'].filter((one) => one !== false);
  return has.join(' and ') || 'neither';
}

/** What the reader insists on. */
export const INSISTED: readonly Field[] = PROPERTIES.map((name) => ({
  key: name,
  label: propertyName(name),
  shape: 'check',
  options: NO_YES,
}));

/** One policy: its answer on each host, in the order of the model. */
export const answerFields = (hosts: readonly Host[]): readonly Field[] =>
  HOST_KEYS.map((key, i) => ({
    key,
    label: hostName(hosts[i] as Host),
    shape: 'select',
    options: HOST_ANSWERS.map((answer) => [answerWord(answer), answer]),
  }));

export const fieldsOf = (hosts: readonly Host[]): readonly Field[] => [
  ...INSISTED,
  ...answerFields(hosts),
];

export const insistedOn = (values: Values): readonly Property[] =>
  PROPERTIES.filter((name) => values[name] === '1');

/** The policy that is chosen. */
export const pointIn = (values: Values): PolicyPoint =>
  HOST_KEYS.map(
    (key) => HOST_ANSWERS.find((answer) => answerWord(answer) === values[key]) ?? HOST_ANSWERS[0],
  ) as unknown as PolicyPoint;

/** The same state with another policy chosen. */
export function withPoint(values: Values, point: PolicyPoint): Values {
  const chosen = HOST_KEYS.map((key, i) => [key, answerWord(point[i] as HostAnswer)] as const);
  return { ...values, ...Object.fromEntries(chosen) };
}

/** Nothing insisted on yet, and one policy chosen. */
export const presetOf = (point: PolicyPoint): Values =>
  withPoint(Object.fromEntries(PROPERTIES.map((name) => [name, '0'])), point);
