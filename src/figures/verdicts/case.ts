import { GUEST_S1S, PROPERTIES, propertyName, VMA_KINDS } from '../../model/index.ts';
import type { GuestS1, Property, VmaKind } from '../../model/index.ts';
import type { Field, Values } from '../form/field.ts';

/** NAME of `<stage-NAME>`, of the parameter of the address, and first part of ids. */
export const NAME = 'verdicts';

const GUEST_WORDS: Readonly<Record<GuestS1, string>> = {
  wb: 'Write-Back',
  nc: 'Non-cacheable',
  device: 'Device-nGnRE',
  off: 'nothing: MMU off',
};

const ALL = 'all';

/** What a reader may choose: the mapping of the owner, and what the guest's stage 1 asks for. */
export const PAGE: readonly Field[] = [
  {
    key: 'vma',
    label: 'VMA of the owner',
    shape: 'select',
    options: VMA_KINDS.map((kind) => [kind, kind]),
  },
  {
    key: 'guest',
    label: 'guest asks for',
    shape: 'select',
    options: GUEST_S1S.map((kind) => [kind, GUEST_WORDS[kind]]),
  },
];

/** Which columns are shown. */
export const COLUMNS: readonly Field[] = [
  {
    key: 'property',
    label: 'property',
    shape: 'select',
    options: [[ALL, 'all five'], ...PROPERTIES.map((name) => [name, propertyName(name)] as const)],
  },
];

export const FIELDS: readonly Field[] = [...PAGE, ...COLUMNS];

/** What the guest's stage 1 asks for, in words. */
export const guestInWords = (values: Values): string => GUEST_WORDS[guestOf(values)];

export const vmaOf = (values: Values): VmaKind => values['vma'] as VmaKind;
export const guestOf = (values: Values): GuestS1 => values['guest'] as GuestS1;

/** The properties that are shown. */
export const propertiesOf = (values: Values): readonly Property[] =>
  PROPERTIES.filter((name) => values['property'] === ALL || values['property'] === name);

/** The state with which a page comes. */
export const presetOf = (vma: VmaKind, guest: GuestS1): Values => ({ vma, guest, property: ALL });
