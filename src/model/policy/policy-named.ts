import { inputError } from '../base/diagnose.ts';
import type { ModelError } from '../base/error.ts';
import { nearest } from '../base/nearest.ts';
import { POLICIES } from './named.ts';
import type { NamedPolicy } from './policy.ts';

/** The policy of that name, or an error that has the nearest names. */
export function policyNamed(name: unknown): NamedPolicy | ModelError {
  return POLICIES.find((policy) => policy.name === name) ?? unknownPolicy(name);
}

function unknownPolicy(name: unknown): ModelError {
  const names = POLICIES.map((policy) => policy.name);
  const wanted = `one of ${names.join(', ')}`;
  const near = typeof name === 'string' ? meant(name, names) : [];
  const quoted = near.map((one) => `'${one}'`).join(' or ');
  const remedy = near.length === 0 ? 'Give one of these names.' : `Did you mean ${quoted}?`;
  const sample = `'${near[0] ?? 'error-on-creation'}'`;
  return inputError('unknown-choice', 'policy', name, wanted, sample, remedy);
}

/** Names that go on where the given one ends, such as both choices of a policy; else the most like. */
function meant(name: string, names: readonly string[]): readonly string[] {
  const given = name.toLowerCase();
  const longer = given === '' ? [] : names.filter((one) => one.startsWith(given));
  if (longer.length > 0) return longer;
  const like = nearest(given, names);
  return like === null ? [] : [like];
}
